/** The content check can fail: each test breaks a small, sound content folder in one way and reads the message. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readModel } from '../model.ts';
import { checkContent, show } from './run.ts';

let root: string;
const path = (name: string) => join(root, 'content', name);
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(path(name), change(readFileSync(path(name), 'utf8')));
const problems = () => checkContent(readModel(root)).map(show);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(path(''), { recursive: true });
  cpSync(join(import.meta.dirname, 'sample/content'), path(''), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

it('finds nothing in sound content', () => expect(problems()).toEqual([]));

const breaks: [what: string, file: string, change: (text: string) => string, message: RegExp][] = [
  [
    'an unknown key',
    'codes/486.mdx',
    (t) => t.replace('code: 486', 'code: 486\ncolour: red'),
    /486\.mdx · front matter · has the unknown key "colour"; remove it/,
  ],
  [
    'a missing field',
    'codes/486.mdx',
    (t) => t.replace(/customer: .*\n/, ''),
    /486\.mdx · customer · is missing; add it/,
  ],
  [
    'a key out of order',
    'codes/486.mdx',
    (t) => t.replace('code: 486\nphrase: Busy Here', 'phrase: Busy Here\ncode: 486'),
    /486\.mdx · phrase · is out of order/,
  ],
  [
    'a dangling source',
    'codes/486.mdx',
    (t) => t.replace('sources: [iana-sip]', 'sources: [iana-sip, no-such-source]'),
    /486\.mdx · sources\.1 · cites "no-such-source", which is no key of content\/sources\.yaml/,
  ],
  [
    'a dangling code',
    'codes/486.mdx',
    (t) => t.replace('code: 600', 'code: 699'),
    /486\.mdx · compare\.0\.code · names 699, which has no page/,
  ],
  [
    'a wrong file name',
    'codes/486.mdx',
    (t) => t.replace('code: 486', 'code: 485'),
    /486\.mdx · code · is 485, but the file is named 486\.mdx; rename/,
  ],
  [
    'an unregistered code without a source',
    'codes/486.mdx',
    (t) => t.replace('status: registered', 'status: vendor').replace(/sources: \[iana-sip\]/, 'sources: []'),
    /486\.mdx · sources · needs at least 1 entry/,
  ],
  [
    'an unregistered code that claims to be registered',
    'codes/600.mdx',
    (t) => t.replaceAll('code: 600', 'code: 499'),
    /600\.mdx · status · is registered, but IANA lists no 499/,
  ],
  [
    'a phrase that is not the registered one',
    'codes/486.mdx',
    (t) => t.replace('phrase: Busy Here', 'phrase: Busy'),
    /486\.mdx · phrase · is "Busy", but registered is "Busy Here"/,
  ],
  [
    'a case id used twice',
    'codes/486.mdx',
    (t) => t.replace('id="rejected"', 'id="on-a-call"'),
    /id "on-a-call" is used twice on this page/,
  ],
  [
    'a case without what to do',
    'codes/486.mdx',
    (t) => t.replace(/<Do>[\s\S]*?<\/Do>/, ''),
    /case on-a-call · has no <Do>/,
  ],
  [
    'headings out of order',
    'codes/486.mdx',
    (t) =>
      t.replace('## Who sent it', '## X').replace('## Cases', '## Who sent it').replace('## X', '## Cases'),
    /has "Who sent it" out of order; the order is/,
  ],
  [
    'an unknown heading',
    'codes/486.mdx',
    (t) => t.replace('## Cases', '## Situations'),
    /has the heading "Situations"; allowed are/,
  ],
  [
    'a link that leads nowhere',
    'codes/486.mdx',
    (t) => t.replace('(/600/)', '(/600/#gone)'),
    /links to "\/600\/#gone", which does not exist/,
  ],
  [
    'an unknown component',
    'codes/486.mdx',
    (t) => t.replace('## Retry and failover', '## Retry and failover\n\n<Banner />'),
    /uses <Banner>, which is no author component/,
  ],
  [
    'too few cases',
    'codes/486.mdx',
    (t) => t.replace(/<Case id="rejected"[\s\S]*?<\/Case>/, ''),
    /486\.mdx · cases · has 2 cases, the standard is 3/,
  ],
  [
    'an unfinished sentence',
    'codes/486.mdx',
    (t) => t.replace('The line is engaged.', 'TODO'),
    /"TODO" is unfinished/,
  ],
  [
    'a ladder that cannot be read',
    'codes/486.mdx',
    (t) => t.replace('Phone -> PBX: 486 Busy Here', 'Phone => PBX'),
    /ladder: cannot read "Phone => PBX"/,
  ],
  [
    'an example of another code',
    'examples/486-busy.sip',
    (t) => t.replace('SIP/2.0 486', 'SIP/2.0 480'),
    /486-busy\.sip · start line · says 480, but the file name says 486/,
  ],
  [
    'a wrong Content-Length',
    'examples/486-busy.sip',
    (t) => t.replace('Content-Length: 0', 'Content-Length: 7'),
    /Content-Length · is 7, but the body has 0 bytes/,
  ],
  [
    'an address of the real world',
    'examples/486-busy.sip',
    (t) => t.replaceAll('192.0.2.10', '8.8.8.8'),
    /addresses · uses 8\.8\.8\.8; only 192\.0\.2\.0\/24/,
  ],
  [
    'a header the code must carry',
    'examples/486-busy.sip',
    (t) => t.replace(/^To: .*$/m, 'To: <sip:bob@example.com>'),
    /To · has no tag/,
  ],
  [
    'an unknown key in a table',
    'sources.yaml',
    (t) => t.replace('publisher: IANA', 'publisher: IANA\n  stars: 5'),
    /sources\.yaml · iana-sip · has the unknown key "stars"/,
  ],
  ['broken YAML', 'sources.yaml', (t) => `${t}  x: [\n`, /sources\.yaml · line \d+ · is not valid YAML/],
];

it.each(breaks)('reports %s', (_, file, change, message) => {
  edit(file, change);
  expect(problems().filter((problem) => message.test(problem))).not.toEqual([]);
});

it('reports a duplicate code', () => {
  cpSync(path('codes/486.mdx'), path('codes/487.mdx'));
  expect(problems().some((problem) => /487\.mdx · code · is 486/.test(problem))).toBe(true);
  expect(problems().some((problem) => /486 already has a page/.test(problem))).toBe(true);
});

it('reports every problem in one run', () => {
  edit('codes/486.mdx', (text) =>
    text.replace('code: 486', 'code: 486\ncolour: red').replace(/customer: .*\n/, ''),
  );
  edit('examples/486-busy.sip', (text) => text.replace('SIP/2.0 486', 'SIP/2.0 480'));
  expect(problems().length).toBeGreaterThanOrEqual(3);
});
