/** A small content folder, written to disk, read and asked. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CodePage, ContentError, type Model, problemLine, readModel } from './model.ts';

const page = (code: number, body = 'See <Src id="x-002" />.\n') => `---
code: ${code}
phrase: Busy Here
status: registered
defined: [rfc3261#21.4.24]
reviewed: 2026-11-20
meaning: The called person is busy.
customer: The called person is busy.
sentBy: The phone
methods: [INVITE]
acts: [caller]
retry: { verdict: after-delay, same: Later., other: 'No.', sources: [rfc3261#21.4.24] }
headers: [{ name: Retry-After, requirement: MAY, purpose: When to try., source: rfc3261#20.33 }]
variants: []
words: []
compare: []
lists: [{ who: [list-a], says: Gone., instead: Busy., source: rfc3261#16.7 }]
sources: [x-001]
---

${body}`;

const files: Record<string, string> = {
  'codes/486.mdx': page(486),
  'codes/403.mdx': page(403),
  'guides/g.mdx': `---
title: A guide
summary: What it is for.
order: 1
reviewed: 2026-11-20
codes: [486]
words: []
sources: [rfc3261]
---

Text <Src id="gh:o/r#1" />.
`,
  'vendors/x.yaml': `name: X
kind: pbx
about: A PBX.
order: 2
notes:
  - { id: x-001, says: [{ code: 486 }, { code: 403 }], kind: generates, text: It says so itself., source: { cite: list-a }, checked: 2026-11-20 }
  - { id: x-002, says: [{ code: 486, phrase: Engaged }], kind: generates, text: It says so itself., source: { title: T, url: 'https://example.com/' }, checked: 2026-11-20 }
`,
  'vendors/a.yaml': `name: A
kind: pbx
about: A PBX.
order: 1
notes:
  - { id: a-001, says: [{ code: 486 }], kind: generates, text: It says so itself., source: { title: T, url: 'https://example.com/' }, checked: 2026-11-20 }
`,
  'sources.yaml': `rfc3261: { title: SIP, publisher: IETF, kind: rfc, read: full, checked: 2026-11-20 }
list-a: { title: A list of codes, publisher: Somebody, kind: list, url: 'https://example.com/list', read: not-read, checked: 2026-11-20 }
`,
  'headers.yaml': 'retry-after: { name: Retry-After, tells: When to try again., source: rfc3261#20.33 }\n',
};

let root: string;
const write = (name: string, text: string) => {
  const path = join(root, 'content', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const read = () => readModel(root);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'model-'));
  for (const [name, text] of Object.entries(files)) write(name, text);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the model', () => {
  let model: Model;
  const code = (number: number) => model.byCode.get(number) as CodePage;
  beforeEach(() => {
    const reading = read();
    expect(reading.problems.map(problemLine)).toEqual([]);
    model = reading.model;
  });

  it('knows codes by number, and their phrase', () => {
    expect(model.codes.map(({ data }) => data.code)).toEqual([403, 486]);
    expect(model.phraseOf(486)).toBe('Busy Here');
    expect(model.phraseOf(499)).toBeUndefined();
  });

  it('groups the notes of a code by vendor, in the order of the vendors', () => {
    expect(model.notesOf(486).map(({ vendor, notes }) => [vendor.id, notes.map(({ id }) => id)])).toEqual([
      ['a', ['a-001']],
      ['x', ['x-001', 'x-002']],
    ]);
    expect(model.notesOf(499)).toEqual([]);
    expect(model.noteById.get('x-002')?.vendor.id).toBe('x');
  });

  it('cites an RFC, a source, a thread and a vendor note', () => {
    expect(model.cite('rfc3261#16.7')).toMatchObject({
      label: 'RFC 3261 §16.7',
      short: 'RFC 3261 §16.7',
      notRead: false,
    });
    expect(model.cite('list-a')).toEqual({
      label: 'A list of codes',
      short: 'Somebody',
      url: 'https://example.com/list',
      notRead: true,
    });
    expect(model.cite('gh:o/r#1')).toMatchObject({ label: 'o/r#1', url: 'https://github.com/o/r/issues/1' });
    expect(model.cite('x-001')).toMatchObject({ short: 'X', url: '/vendors/x/#x-001' });
    expect(() => model.cite('nobody')).toThrow(/^"nobody" is no citation/);
  });

  it('says where that stands which is no citation', () => {
    write('guides/g.mdx', (files['guides/g.mdx'] ?? '').replace('gh:o/r#1', 'nobody'));
    expect(() => readModel(root).model.cite('nobody')).toThrow(
      /^content\/guides\/g\.mdx:11: "nobody" is no citation; add it to content\/sources\.yaml/,
    );
  });

  it('lists the citations of a page with where they stand', () =>
    expect(model.citationsOf(code(486)).map(({ id, at, line }) => [id, at.join('.'), line])).toEqual([
      ['rfc3261#21.4.24', 'defined.0', 5],
      ['x-001', 'sources.0', 18],
      ['rfc3261#21.4.24', 'retry.sources.0', 12],
      ['rfc3261#20.33', 'headers.0.source', 13],
      ['list-a', 'lists.0.who.0', 17],
      ['rfc3261#16.7', 'lists.0.source', 17],
      ['x-002', '', 21],
    ]));

  it('lists what a page rests on once, without the lists it contradicts', () => {
    expect(model.sourcesOf(code(486), false).map(({ label }) => label)).toEqual([
      'RFC 3261 §21.4.24',
      'X, note x-001',
      'RFC 3261 §20.33',
      'RFC 3261 §16.7',
    ]);
    expect(model.sourcesOf(code(486), true).at(-1)?.label).toBe('X, note x-002');
  });

  it('tells which pages rest on a source, each once', () => {
    const uses = model.usesOfSources();
    const names = (key: string) => uses.get(key)?.map(({ name }) => name);
    expect(names('rfc3261')).toEqual(['403', '486', 'A guide', 'Header fields']);
    expect(names('list-a')).toEqual(['403', '486', 'X']);
    expect(names('gh:o/r#1')).toEqual(['A guide']);
  });
});

describe('a reading with problems', () => {
  it('names every one with its file and line, and keeps what is sound', () => {
    write(
      'codes/486.mdx',
      page(486).replace('phrase: Busy Here', 'phrase: B').replace('words: []', 'words: []\ncolour: red'),
    );
    write('codes/480.mdx', page(480, '<Case>\n'));
    write('vendors/a.yaml', 'name: A\nkind: [\norder: 1\n');
    write('sources.yaml', `${files['sources.yaml'] ?? ''}list-b:\n`);
    const { model, problems } = read();
    expect(problems.map(problemLine)).toEqual([
      expect.stringContaining('content/codes/480.mdx:21: is not valid MDX: '),
      expect.stringContaining('content/vendors/a.yaml:3: is not valid YAML: '),
      'content/codes/486.mdx:3: phrase: needs at least 2 characters; add what is missing',
      'content/codes/486.mdx:16: front matter: has the unknown key "colour"; remove it or correct its spelling',
      expect.stringContaining('content/sources.yaml:3: list-b: is empty; write it, or take it out'),
    ]);
    expect(model.codes.map(({ data }) => data.code)).toEqual([403]);
    expect(model.vendors.map(({ id }) => id)).toEqual(['x']);
    expect(new ContentError(problems).message.split('\n')).toHaveLength(problems.length + 1);
  });

  it('is one that would run something, or write tags of its own', () => {
    write('codes/480.mdx', page(480, 'import a from "a"\n\n{process.env.HOME} <b>Hello</b>\n'));
    expect(read().problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('which is code'),
      expect.stringContaining('which is an expression'),
      expect.stringContaining('the tag <b>, which is markup'),
    ]);
  });

  it('from another editor reads as it should: byte order mark, carriage returns', () => {
    write('codes/486.mdx', `\uFEFF${page(486).replaceAll('\n', '\r\n')}`);
    const { model, problems } = read();
    expect(problems).toEqual([]);
    expect(model.byCode.get(486)?.body.citations).toEqual([{ id: 'x-002', line: 2 }]);
  });
});
