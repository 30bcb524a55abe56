import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../content/read.ts';
import { decodeTrace } from '../decode.ts';
import { sampleTrace } from '../sample-flow.ts';
import { maxFindings, rules } from './index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const content = readContent(root);
/** Permalinks of all cases of the content. */
const known = new Set(
  [
    ...content.codes.map((page) => ({ page, path: `/${page.id}/` })),
    ...content.q850.map((page) => ({ page, path: `/q850/${page.id}/` })),
  ].flatMap(({ page, path }) => page.body.cases.map(({ id }) => `${path}#${id}`)),
);

describe('rules', () => {
  it('has one test beside each', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    const missing = rules.filter((rule) => !files.includes(`${rule.id}.test.ts`)).map((rule) => rule.id);
    expect(missing).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s names cases that exist', (_id, rule) => {
    expect(rule.cases.filter((permalink) => !known.has(permalink))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s can find each case that it names',
    (id, rule) => {
      const code = readFileSync(new URL(`${id}.ts`, import.meta.url), 'utf8');
      // A list that is derived names nothing of its own; what a written one names has to stand elsewhere too.
      const look = code.replace(/^ {2}cases: \[[^\]]*\],$/m, '');
      const ids = rule.cases.map((permalink) => permalink.split('#')[1] ?? '');
      expect(ids.filter((name) => !new RegExp(`[#']${name}['\`]`).test(look))).toEqual([]);
    },
  );

  it('find only cases that they name in the traces of tests/decode', () => {
    const found = globSync('tests/decode/*.txt', { cwd: root }).flatMap(
      (file) => decodeTrace(readFileSync(`${root}/${file}`, 'utf8')).findings,
    );
    expect(found.length).toBeGreaterThan(50);
    const undeclared = found.filter(
      (one) => !rules.find(({ id }) => id === one.rule)?.cases.includes(one.case),
    );
    expect(undeclared.map((one) => `${one.rule}: ${one.case}`)).toEqual([]);
  });

  it('puts the finding of the deciding response before what is fine', () => {
    const trace = decodeTrace(
      sampleTrace(`
        0 A>B INVITE 1
        0.1 B>A 407 1 | Proxy-Authenticate: Digest realm="example.com", nonce="n1"
        0.2 A>B ACK 1
        0.3 A>B INVITE 2 | Proxy-Authorization: Digest username="trunk7", realm="example.com", nonce="n1", uri="sip:5550123@example.com", response="00"
        0.4 B>A 100 2
        0.5 B>A 180 2
        4.5 B>A 603 2
      `),
    );
    expect(trace.findings.map((finding) => [finding.case, finding.fine])).toEqual([
      ['/603/#declined', false],
      ['/407/#normal-challenge', true],
    ]);
    expect(trace.findings[0]?.signs).toContain('after-ringing');
  });

  it('keeps a bounded number of findings', () => {
    const flow = Array.from(
      { length: 500 },
      (_, call) => `${call} A>B INVITE 1 id=c${call}@x\n${call}.1 B>A 403 1 id=c${call}@x`,
    ).join('\n');
    expect(decodeTrace(sampleTrace(flow)).findings).toHaveLength(maxFindings);
  });
});
