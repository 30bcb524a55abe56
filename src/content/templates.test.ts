/** The page and the vendor file that content/README.md gives to copy are right as they stand. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { codeHeadings } from './check/pages.ts';
import { fileSchemas, pageSchemas } from './collections.ts';
import { readBody } from './page-body.ts';

const block = (language: string, start: string) => {
  const blocks = readFileSync('content/README.md', 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  for (const [, name, text = ''] of blocks) if (name === language && text.startsWith(start)) return text;
  throw new Error(`content/README.md has no ${language} block that starts with ${start}`);
};

it('the page to copy keeps the schema and has the sections and parts of a code page', () => {
  const [, front = '', body = ''] = block('mdx', '---').split(/^---$/m);
  expect(pageSchemas.codes.safeParse(parse(front)).error).toBeUndefined();
  const { headings, cases } = readBody(body);
  expect(headings.filter(({ depth }) => depth === 2).map(({ text }) => text)).toEqual(codeHeadings);
  expect(cases.map(({ id }) => id)).toEqual(['on-a-call']);
});

it('the vendor file to copy keeps the schema', () => {
  expect(fileSchemas.vendors.safeParse(parse(block('yaml', 'name:'))).error).toBeUndefined();
});
