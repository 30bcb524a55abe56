import { readFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../content/page-body.ts';
import { decodeTrace } from '../decode.ts';
import { sampleTrace } from '../sample-flow.ts';
import { maxFindings, rules } from './index.ts';

const codes = new URL('../../../content/codes/', import.meta.url);

describe('rules', () => {
  it('has one test beside each', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    const missing = rules.filter((rule) => !files.includes(`${rule.id}.test.ts`)).map((rule) => rule.id);
    expect(missing).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s names cases that exist', (_id, rule) => {
    expect(rule.cases.filter((permalink) => !known().has(permalink))).toEqual([]);
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

let permalinks: Set<string> | undefined;

/** Permalinks of all cases of the content. */
function known(): Set<string> {
  permalinks ??= new Set(
    readdirSync(codes)
      .filter((file) => file.endsWith('.mdx'))
      .flatMap((file) => {
        const text = readFileSync(new URL(file, codes), 'utf8');
        const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
        return readBody(body).cases.map((entry) => `/${file.slice(0, -4)}/#${entry.id}`);
      }),
  );
  return permalinks;
}
