import { expect, it } from 'vitest';
import { checkBytes } from './bytes.ts';

const said = (text: string | Buffer, file = 'content/codes/403.mdx') =>
  checkBytes(file, Buffer.from(text)).map(({ line, message }) => `${line} ${message}`);

it('accepts the characters that the content uses', () => {
  expect(said('“Call” – the caller’s … §3 · 4 × 5 → ü µs\n')).toEqual([]);
});

it('names the line of a wrong byte, and that byte alone', () => {
  expect(
    said(Buffer.concat([Buffer.from('one\ntwo '), Buffer.from([0xc3]), Buffer.from('\nthree\n')])),
  ).toEqual(['2 holds bytes that are not UTF-8; save the file as UTF-8']);
});

it('lets the rules of a table and a signed token pass, but no longer word', () => {
  expect(said(`| ${'-'.repeat(900)} |\n`)).toEqual([]);
  expect(said(`Identity: ${'a'.repeat(460)}\n`, 'content/examples/403-a.sip')).toEqual([]);
  expect(said(`${'a'.repeat(601)}\n`)).toEqual([
    expect.stringMatching(/^1 has 601 characters without a blank/),
  ]);
});
