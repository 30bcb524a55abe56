/** Check 2: everything that is named exists: sources, codes, vendors, examples, links between pages; and nothing is named twice. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCitation } from '../citation.ts';
import type { Page, Problem } from '../read.ts';
import { sections } from '../sections.ts';
import type { Model } from '../model.ts';
import { everyCitation } from '../uses.ts';

interface Use {
  file: string;
  key: string;
  id: string;
}

/** Citations that pages make themselves, outside content/. */
function citationsOfPages(root: string): Use[] {
  const folder = join(root, 'src/pages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.astro'))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/<Cite id="([^"]+)"/g)].map(([, id = '']) => ({
        file: `src/pages/${name}`,
        key: '<Cite>',
        id,
      })),
    );
}

/** Every citation, with the place it stands at. */
function citationsOf(model: Model): Use[] {
  return [
    ...citationsOfPages(model.content.root),
    ...everyCitation(model).map(({ file, at, line, id }) => ({
      file,
      key: at.length ? at.map(String).join('.') : `line ${line}`,
      id,
    })),
  ];
}

/** Paths and fragments that content may link to. */
export function knownPaths(model: Model): Set<string> {
  const paths = new Set<string>([
    '/',
    '/search/',
    '/sources/',
    '/vendors/',
    '/guides/',
    '/guides/glossary/',
    '/q850/',
    '/mapping/',
    '/reason/',
    '/warning/',
    '/lists/',
    '/headers/',
    '/changes/',
  ]);
  const page = (path: string, { body }: Page) => {
    paths.add(path);
    for (const item of [...body.cases, ...body.parts]) paths.add(`${path}#${item.id}`);
  };
  for (const code of model.content.codes) {
    page(`/${code.id}/`, code);
    for (const section of sections) paths.add(`/${code.id}/#${section.id}`);
    paths.add(`/${code.id[0]}xx/`);
    for (const vendor of model.vendors) paths.add(`/${code.id}/#vendor-${vendor.id}`);
  }
  for (const guide of model.content.guides) page(`/guides/${guide.id}/`, guide);
  for (const vendor of model.vendors) {
    paths.add(`/vendors/${vendor.id}/`);
    for (const note of vendor.data.notes) paths.add(`/vendors/${vendor.id}/#${note.id}`);
  }
  for (const cause of model.content.tables.get('causes') ?? []) paths.add(`/q850/${cause.id}/`);
  for (const warning of model.content.tables.get('warnings') ?? [])
    paths.add(`/warning/#warning-${warning.id}`);
  for (const reason of model.content.tables.get('reasons') ?? []) paths.add(`/reason/#reason-${reason.id}`);
  for (const term of model.content.tables.get('glossary') ?? []) paths.add(`/guides/glossary/#${term.id}`);
  return paths;
}

export function checkReferences(model: Model): Problem[] {
  const problems: Problem[] = [];
  const sources = new Set((model.content.tables.get('sources') ?? []).map((entry) => entry.id));
  const notes = new Set(model.vendors.flatMap((vendor) => vendor.data.notes.map((note) => note.id)));
  const codes = new Set(model.content.codes.map((page) => Number(page.id)));
  const uses = citationsOf(model);

  for (const { file, key, id } of uses) {
    const { key: source } = parseCitation(id);
    if (!source.startsWith('gh:') && !sources.has(source) && !notes.has(source))
      problems.push({
        file,
        key,
        message: `cites "${id}", which is no key of content/sources.yaml and no vendor note; add the source or correct the citation`,
      });
  }
  const used = new Set(uses.map((use) => parseCitation(use.id).key));
  for (const id of sources)
    if (!used.has(id))
      problems.push({
        file: 'content/sources.yaml',
        key: id,
        message: 'is cited nowhere; remove it or cite it where its facts stand',
      });

  for (const { file, data } of model.codes)
    data.compare.forEach(({ code }, at) => {
      if (!codes.has(code))
        problems.push({
          file,
          key: `compare.${at}.code`,
          message: `names ${code}, which has no page; add content/codes/${code}.mdx or remove the row`,
        });
    });

  const vendors = new Set(model.content.vendors.map((entry) => entry.id));
  for (const { file, data } of model.tables)
    if (data.vendor && !vendors.has(data.vendor))
      problems.push({
        file,
        key: 'vendor',
        message: `names "${data.vendor}", which has no file in content/vendors`,
      });

  const seen = new Map<string, string>();
  for (const { file, data } of model.vendors)
    for (const note of data.notes) {
      const first = seen.get(note.id);
      if (first)
        problems.push({
          file,
          key: note.id,
          message: `is used twice (also in ${first}); give the newer note another id`,
        });
      seen.set(note.id, file);
    }

  const paths = knownPaths(model);
  for (const page of [...model.codes, ...model.guides])
    for (const { url, line } of page.body.links) {
      const path = url.startsWith('#')
        ? `${page.file.includes('/guides/') ? `/guides/${page.id}/` : `/${page.id}/`}${url}`
        : url;
      if (!path.startsWith('/') || paths.has(path)) continue;
      problems.push({
        file: page.file,
        key: `line ${line + page.offset}`,
        message: `links to "${url}", which does not exist; site links look like /403/#no-credit or /guides/via/`,
      });
    }
  for (const name of ['situations'] as const)
    for (const { file, id, data } of model.content.tables.get(name) ?? []) {
      const to = (data as { to?: string }).to ?? '';
      if (!paths.has(to)) problems.push({ file, key: id, message: `leads to "${to}", which does not exist` });
    }
  return problems;
}
