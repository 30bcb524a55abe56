/** What a copy has of its own, joined with upstream's pages, from files written to disk. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSample } from './check/try-damage.ts';
import { makeCopy } from './check/own-damage.ts';
import { readModel, readSite } from './model.ts';

let root: string;
beforeEach(() => {
  root = makeSample();
  makeCopy(root);
});
afterEach(() => rmSync(root, { recursive: true }));

const site = () => {
  const { model, problems } = readSite(root);
  expect(problems).toEqual([]);
  return model;
};
const write = (name: string, text: string) => {
  mkdirSync(join(root, 'content/own', name, '..'), { recursive: true });
  writeFileSync(join(root, 'content/own', name), text);
};

it('settings of the copy take the place of upstream’s, key by key', () => {
  const { settings, upstream } = site();
  expect(settings).toMatchObject({ name: 'Our own sample', base: '/help/sip/' });
  expect(settings?.tagline).toBe(upstream?.tagline);
  expect(upstream?.name).toBe('A sample');
});

it('a case of the copy stands behind those of its page, and in none of its sections', () => {
  const page = site().byCode.get(486);
  expect(page?.body.cases.map(({ id, own }) => [id, own])).toEqual([
    ['on-a-call', undefined],
    ['rejected', undefined],
    ['limit', undefined],
    ['our-portal', true],
  ]);
  const { nodes } = readModel(root).model.byCode.get(486)?.body ?? {};
  expect(page?.body.nodes).toHaveLength(nodes?.length ?? 0);
});

it('notes of the copy stand with those of upstream’s vendor, also by code', () => {
  const model = site();
  expect(model.vendorById.get('example-pbx')?.data.notes.map(({ id }) => id)).toContain('our-pbx-001');
  const ofPbx = model.notesOf(600).find(({ vendor }) => vendor.id === 'example-pbx');
  expect(ofPbx?.notes.map(({ id }) => id)).toEqual(['example-pbx-002', 'our-pbx-001']);
  expect(model.cite('our-pbx-001').url).toBe('/vendors/example-pbx/#our-pbx-001');
});

it('what is left out is in no list, keeps its name and address, and asks no question on the home page', () => {
  write('omit.yaml', 'codes: [600]\nguides: [waiting]\nvendors: [example-phone]\n');
  write('situations.yaml', '- { ask: Nobody answers anywhere, to: /600/#everywhere }\n');
  const model = site();
  expect(model.codes.map(({ data }) => data.code)).toEqual([486]);
  expect(model.phraseOf(600)).toBe('Busy Everywhere');
  expect(model.leftOut.map(({ path }) => path)).toEqual([
    '/600/',
    '/600/everywhere/',
    '/guides/waiting/',
    '/vendors/example-phone/',
  ]);
  expect(model.unregistered).not.toContain(600);
  expect(model.situations.filter(({ to }) => to.startsWith('/600/'))).toEqual([]);
  const printed = model.vendorById.get('example-pbx')?.data.texts.flatMap(({ says }) => says) ?? [];
  expect(printed.map(({ text }) => text)).not.toContain('Please wait for a line');
  const note = readModel(root).model.vendorById.get('example-phone')?.data.notes[0]?.id ?? '';
  expect(model.cite(note).url).toBe(`/vendors/example-phone/#${note}`);
});

it('a page that is left out and led on needs no page that says so', () => {
  write('omit.yaml', 'guides: [waiting]\n');
  write('redirects.yaml', '- { from: /guides/waiting/, to: /486/, since: 2026-11-20 }\n');
  expect(site().leftOut).toEqual([]);
});

it('a file with the name of one of upstream’s is left out, and said', () => {
  const theirs = readFileSync(join(root, 'content/codes/486.mdx'), 'utf8');
  write('codes/486.mdx', theirs);
  const { model, problems } = readSite(root);
  expect(problems.map(({ file, message }) => [file, message])).toEqual([
    [
      'content/own/codes/486.mdx',
      'has the name of content/codes/486.mdx, which is upstream’s; put your cases into content/own/cases/486/',
    ],
  ]);
  expect(model.byCode.get(486)?.file).toBe('content/codes/486.mdx');
});
