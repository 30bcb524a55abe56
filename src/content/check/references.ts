/** Everything that is named exists: sources and their sections, codes, causes, vendors, terms, links between pages; and nothing is named twice. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { parseCitation, rfcNumber } from '../citation.ts';
import { tableSchemas } from '../collections.ts';
import type { Model } from '../model.ts';
import { pathOfPage } from '../own.ts';
import { type Entry, isOwn, type OwnCase, type Page, pagesOf, type Path } from '../read.ts';
import type { Policy } from '../schemas/policy.ts';
import { everyCitation } from '../uses.ts';
import { unordered } from '../schemas/vendors.ts';
import type { Typed } from '../validate.ts';
import { codesOf } from '../vendor-notes.ts';
import { type Known, rowsOf } from './known.ts';
import { at, inBody, ofName, type Place, type Problem, warnsOfOwn } from './problem.ts';
import { checkRfcSections, readRfcSections, sectionFault } from './rfc-sections.ts';
import { splitAddress } from './routes.ts';

const source = join(import.meta.dirname, '../..');

let ownCitations: string[] | undefined;

/** Citations that pages and components make themselves. */
function citationsOfPages(): string[] {
  ownCitations ??= readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.astro'))
    .flatMap((name) =>
      [...readFileSync(join(source, name), 'utf8').matchAll(/<Cite id="([^"]+)"/g)].map(([, id = '']) => id),
    );
  return ownCitations;
}

/** ", such as X" where a known name is close to one that is not. */
function guess(name: string, known: readonly string[]): string {
  if (!known.length) return '';
  const near = closest(name, known);
  return distance(name, near) <= Math.max(2, name.length / 4) ? ` (perhaps ${near})` : '';
}

interface Use extends Place {
  key: string;
  id: string;
}

function checkCitations(model: Model, known: Known): Problem[] {
  const problems: Problem[] = [];
  const uses: Use[] = everyCitation(model).map(({ file, line, at: path, id }) => ({
    file,
    line,
    key: path.length ? path.map(String).join('.') : `line ${line}`,
    id,
  }));
  const names = [
    ...(model.content.tables.get('sources') ?? []).map(({ id }) => id),
    ...model.noteById.keys(),
  ];
  const missing = new Map<string, Use[]>();
  const rfcSections = checkRfcSections(model.content.root).length
    ? undefined
    : readRfcSections(model.content.root);
  for (const use of uses) {
    const { key, section } = parseCitation(use.id);
    if (key.startsWith('gh:')) continue;
    if (!known.hasSource(key) && !known.hasNote(key)) missing.set(key, [...(missing.get(key) ?? []), use]);
    else if (section !== undefined && rfcNumber(key) && rfcSections) {
      const fault = sectionFault(rfcSections, key, section);
      if (fault) problems.push({ file: use.file, line: use.line, key: use.key, message: fault });
    }
  }
  // A source that many places cite is one problem, said at the first of them.
  for (const [key, [first, ...others]] of missing)
    if (first)
      problems.push({
        ...first,
        message: `cites "${first.id}", which is no key of content/sources.yaml and no vendor note${guess(key, names)}; add the source or correct the citation${others.length ? ` (${others.length} more: ${[...new Set(others.map(({ file, line }) => `${file}:${line}`))].slice(0, 5).join(', ')})` : ''}`,
        also: others.map(({ file, line }) => ({ file, line })),
      });
  if (!known.whole) return problems;
  const cited = new Set(
    [...uses.map(({ id }) => id), ...citationsOfPages()].map((id) => parseCitation(id).key),
  );
  const loose = looseText(model, known);
  for (const entry of rowsOf(model, 'sources'))
    if (!cited.has(entry.id) && !loose.includes(entry.id))
      problems.push(
        ...warnsOfOwn([at(entry, [], 'is cited nowhere; remove it, or cite it where its facts stand')]),
      );
  return problems;
}

/** What stands in files and entries that are left out of the model, as one text. */
export function looseText({ content, ...model }: Model, { unread }: Known): string {
  const whole = new Set<string>([
    ...model.codes.map(({ file }) => file),
    ...model.guides.map(({ file }) => file),
    ...model.q850.map(({ file }) => file),
    ...model.vendors.map(({ file }) => file),
    ...model.tables.map(({ file }) => file),
    ...model.ownCases.map(({ file }) => file),
    ...model.ownNotes.map(({ file }) => file),
  ]);
  const faulty = [...pagesOf(content), ...content.vendors, ...content.ownNotes, ...content.mappings].filter(
    ({ file }) => !whole.has(file),
  );
  const rows = [...content.tables].flatMap(([name, entries]) =>
    entries.filter(({ data }) => !tableSchemas[name].safeParse(data).success),
  );
  return [
    unread,
    ...faulty.map(({ file }) => content.texts.get(file) ?? ''),
    ...rows.map(({ data }) => JSON.stringify(data) ?? ''),
  ].join('\n');
}

function checkLinks(model: Model, known: Known): Problem[] {
  const problems: Problem[] = [];
  const numbered = [...known.routes].filter(([, { unregistered }]) => !unregistered);
  const paths = numbered.flatMap(([path, { fragments }]) => [
    path,
    ...[...fragments].map((fragment) => `${path}#${fragment}`),
  ]);
  const fault = (address: string): string | undefined => {
    if (known.leads(address)) return undefined;
    const { path } = splitAddress(address);
    const moved = known.redirects.find(({ from }) => from === address || from === path);
    if (moved) return `leads to "${address}", which moved; link to "${moved.to}"`;
    if (!address.includes('#') && !address.endsWith('/') && known.routes.has(`${address}/`))
      return `leads to "${address}"; write "${address}/"`;
    const here = paths.filter((one) => one.startsWith(`${path}#`));
    const near = paths.find((one) => one.startsWith(address)) ?? closest(address, here.length ? here : paths);
    return `leads to "${address}", which does not exist; links look like /403/#no-credit or /guides/via/ (perhaps ${near})`;
  };
  const own = (page: Page | OwnCase) =>
    'of' in page
      ? pathOfPage(page.of)
      : page.file.replace(/^content\/(own\/)?(codes\/)?/, '/').replace(`${page.id}.mdx`, `${page.id}/`);
  for (const page of pagesOf(model.content))
    for (const { url, line } of page.body.links) {
      const address = url.startsWith('#') ? `${own(page)}${url}` : url;
      if (!address.startsWith('/') || address.startsWith('//')) continue;
      const message = fault(address);
      if (message) problems.push(inBody(page, line, message));
    }
  for (const entry of rowsOf(model, 'situations')) {
    const message = fault(entry.data.to);
    if (message) problems.push(at(entry, ['to'], message));
  }
  for (const entry of rowsOf(model, 'questions')) {
    const message = fault(entry.data.is);
    if (message) problems.push(at(entry, ['is'], message));
  }
  for (const entry of rowsOf(model, 'reports'))
    entry.data.is.forEach((path, index) => {
      const message = fault(path);
      if (message) problems.push(at(entry, ['is', index], message));
    });
  return problems;
}

/** Who a command may belong to besides a vendor. */
const operatingSystems = ['linux', 'windows', 'macos'];

function checkNames(model: Model, known: Known, policy: Typed<Policy> | undefined): Problem[] {
  const problems: Problem[] = [];
  const code = (entry: Entry, path: Path, value: number | undefined, mend: string) => {
    if (value !== undefined && !known.hasCode(value))
      problems.push(ofName(at(entry, path, `names ${value}, which has no page; ${mend}`)));
  };
  const vendor = (entry: Entry, path: Path, id: string | undefined) => {
    if (id !== undefined && !known.hasVendor(id))
      problems.push(
        at(
          entry,
          path,
          `names "${id}", which has no file in content/vendors${guess(
            id,
            model.vendors.map((one) => one.id),
          )}; correct it, or add the file`,
        ),
      );
  };
  // A task whose id has a fault of its own keeps its name, so that the steps that ask for it are not reported with it.
  const tasks = (model.content.tables.get('commands') ?? []).map(({ id }) => id.toLowerCase());
  const term = (page: Page) => {
    for (const { name, attributes, line } of page.body.elements) {
      const { id, task } = attributes;
      if (name === 'How' && typeof task === 'string' && task && tasks.length && !tasks.includes(task))
        problems.push(
          inBody(
            page,
            line,
            `<How task="${task}"> is no task of content/commands.yaml${guess(task, tasks)}; add the task or correct the id`,
          ),
        );
      if (name === 'Term' && typeof id === 'string' && id && !known.hasTerm(id))
        problems.push(
          inBody(
            page,
            line,
            `<Term id="${id}"> is no key of content/glossary.yaml${guess(id, [...model.termById.keys()])}; add the term or correct the id`,
          ),
        );
    }
  };

  for (const page of model.codes) {
    const compared = new Set<number>();
    page.data.compare.forEach(({ code: other }, place) => {
      const path = ['compare', place, 'code'];
      if (other === page.data.code)
        problems.push(at(page, path, `compares ${other} with itself; name another code or remove the row`));
      else if (compared.has(other))
        problems.push(at(page, path, `compares with ${other} a second time; join the two rows`));
      else code(page, path, other, `correct it, add content/codes/${other}.mdx, or remove the row`);
      compared.add(other);
    });
    const digit = page.id[0] ?? '';
    const classes = model.content.tables.get('classes') ?? [];
    if (
      classes.length &&
      !classes.some(({ id }) => id === digit) &&
      page === model.codes.find(({ id }) => id[0] === digit)
    )
      problems.push({
        file: 'content/classes.yaml',
        line: 1,
        key: digit,
        message: `is missing, but ${page.id} and its neighbours belong to class ${digit}xx; add the class`,
        also: [{ file: page.file }],
      });
  }
  for (const page of model.guides)
    page.data.codes.forEach((one, place) => code(page, ['codes', place], one, 'correct or remove it'));
  for (const page of pagesOf(model.content)) term(page);
  for (const page of model.q850) {
    if (!known.hasCause(page.data.cause))
      problems.push(
        at(
          page,
          ['cause'],
          `is ${page.data.cause}, which is not in content/causes.yaml; correct it, or add the cause`,
        ),
      );
    if (!page.body.cases.length)
      problems.push(
        inBody(page, 1, 'has no case; write one, or remove the file: the facts are in content/causes.yaml'),
      );
    page.data.printed.forEach(({ who }, place) => vendor(page, ['printed', place, 'who'], who));
  }

  const seen = new Map<string, { file: string; line: number }>();
  for (const entry of [...model.vendors, ...model.ownNotes])
    entry.data.notes.forEach((note, place) => {
      const first = seen.get(note.id);
      const here = { file: entry.file, line: entry.lineOf(['notes', place, 'id']) };
      if (first)
        problems.push(
          ofName(
            at(
              entry,
              ['notes', place, 'id'],
              `"${note.id}" is used twice (also in ${first.file}:${first.line}); give the newer note another id`,
              [first],
            ),
          ),
        );
      else seen.set(note.id, here);
      for (const one of codesOf(note))
        if (policy && !policy.data.unlisted.includes(one))
          code(
            entry,
            ['notes', place],
            one,
            isOwn(entry.file)
              ? `correct it in the note, or add content/own/codes/${one}.mdx`
              : 'correct it in the note, or list it under unlisted in content/policy.yaml',
          );
    });
  const noted = new Set(model.vendors.flatMap(({ data }) => data.notes.flatMap(codesOf)));
  if (known.whole && model.vendors.length === model.content.vendors.length)
    policy?.data.unlisted.forEach((one, place) => {
      // What a copy adds is no fault of upstream’s.
      if (isOwn(known.routes.get(`/${one}/`)?.file ?? '')) return;
      if (known.hasCode(one))
        problems.push(at(policy, ['unlisted', place], `is ${one}, which has a page; take it out`));
      else if (!noted.has(one))
        problems.push(at(policy, ['unlisted', place], `is ${one}, which no vendor names; take it out`));
    });

  for (const entry of model.tables) {
    vendor(entry, ['vendor'], entry.data.vendor);
    entry.data.rows.forEach((row, place) => {
      code(entry, ['rows', place, 'code'], row.code, 'correct it, or add the page');
      const { cause } = row;
      if (
        cause !== undefined &&
        cause <= 127 &&
        policy &&
        !policy.data.ownCauses.includes(entry.data.authority) &&
        !known.hasCause(cause)
      )
        problems.push(
          at(
            entry,
            ['rows', place, 'cause'],
            `names cause ${cause}, which is not in content/causes.yaml; correct it, or add the cause`,
          ),
        );
    });
  }
  for (const entry of rowsOf(model, 'causes')) {
    entry.data.names.forEach(({ who }, place) => vendor(entry, ['names', place, 'who'], who));
    if (String(entry.data.cause) !== entry.id)
      problems.push(
        at(entry, ['cause'], `is ${entry.data.cause}, but its key is ${entry.id}; make the two agree`),
      );
  }
  for (const entry of rowsOf(model, 'warnings'))
    entry.data.codes.forEach((one, place) => code(entry, ['codes', place], one, 'correct or remove it'));
  for (const entry of rowsOf(model, 'unregistered'))
    // What a copy adds is no fault of upstream’s.
    if (
      !known.routes.get(`/${entry.id}/`)?.unregistered &&
      !isOwn(known.routes.get(`/${entry.id}/`)?.file ?? '')
    )
      problems.push(
        at(entry, [], `is no unregistered number of three digits; correct the number, or take it out`),
      );
  for (const entry of rowsOf(model, 'commands'))
    entry.data.commands.forEach(({ who }, place) => {
      if (!operatingSystems.includes(who)) vendor(entry, ['commands', place, 'who'], who);
    });
  return problems;
}

/** Ids of signs that cases name, and one sentence each that tells the cases of a site apart. */
function checkSigns(model: Model): Problem[] {
  const problems: Problem[] = [];
  const signs = new Map(model.signs.map((sign) => [sign.id, sign]));
  // A sign with a fault of its own keeps its name, so that the cases that name it are not reported with it.
  const named = new Set((model.content.tables.get('signs') ?? []).map(({ id }) => id.toLowerCase()));
  const faulty = (name: string) => {
    const id = name.split(':')[0] ?? '';
    return !signs.has(id) && named.has(id);
  };
  const sentences = new Map<string, Place>();
  for (const page of pagesOf(model.content))
    for (const item of page.body.cases) {
      const say = (message: string, also: Place[] = []) =>
        problems.push(inBody(page, item.line, `case "${item.id}" ${message}`, also));
      for (const name of [...item.signs, ...item.against]) {
        const [id = '', value] = name.split(':');
        if (!signs.size || faulty(id)) continue;
        const sign = signs.get(id);
        if (!sign)
          say(
            `names the sign "${id}", which is not in content/signs.yaml${guess(id, [...signs.keys()])}; correct it`,
          );
        else if (value !== undefined && (!sign.value || !/^\d+$/.test(value)))
          say(
            `gives the sign "${id}" the value "${value}"; ${sign.value ? 'write a number' : 'this sign takes none'}`,
          );
      }
      const both = item.signs.find((name) => item.against.includes(name));
      if (both) say(`has "${both}" both in signs and in against; keep one`);
      if (item.only !== undefined && item.only !== 'trace')
        say(`has only="${item.only}"; the one value is "trace"`);
      const { sign } = item;
      if (sign === undefined) continue;
      const seen = item.signs.map((name) => signs.get(name.split(':')[0] ?? '')?.seen);
      if (signs.size && !item.only && !item.signs.some(faulty) && !seen.some((one) => one !== 'trace'))
        say(
          'names no sign that a person can see; add one, or write only="trace" where only a trace shows the case',
        );
      if (sign.length > 90) say(`has a sign of ${sign.length} characters, at most 90; shorten it`);
      if (!/[.?!…]$/.test(sign.trim())) say('has a sign without a full stop; write one sentence');
      const first = sentences.get(sign.toLowerCase());
      if (first) say(`has the sign of ${first.file}:${first.line}; say what tells the two apart`, [first]);
      else sentences.set(sign.toLowerCase(), { file: page.file, line: item.line + page.offset });
    }
  return problems;
}

/** A sign that denies another names one that asks, and not itself. */
function checkOpposites(model: Model): Problem[] {
  const rows = rowsOf(model, 'signs');
  const ids = (model.content.tables.get('signs') ?? []).map(({ id }) => id);
  return rows.flatMap((entry) => {
    const { id, opposite } = entry.data;
    if (opposite === undefined) return [];
    const other = rows.find(({ data }) => data.id === opposite);
    if (opposite === id || other?.data.opposite)
      return [
        at(entry, ['opposite'], `is "${opposite}", which is no "yes"; name the sign that this one denies`),
      ];
    return ids.includes(opposite)
      ? []
      : [
          at(
            entry,
            ['opposite'],
            `names the sign "${opposite}", which is not in content/signs.yaml${guess(opposite, ids)}; correct it`,
          ),
        ];
  });
}

/** Lists whose entries are named: no name twice. In the vocabulary, each word has one entry, so that it means one thing. */
function checkTwice(model: Model): Problem[] {
  const { tables } = model.content;
  const problems: Problem[] = [];
  for (const name of ['signs', 'commands'] as const) {
    const first = new Map<string, Entry>();
    for (const entry of tables.get(name) ?? []) {
      const other = first.get(entry.id);
      if (!other) first.set(entry.id, entry);
      else
        problems.push(
          ofName(
            at(
              entry,
              ['id'],
              `"${entry.id}" is used twice (also in line ${other.lineOf(['id'])}); give the newer one another id`,
            ),
          ),
        );
    }
  }
  const words = new Map<string, number>();
  for (const entry of rowsOf(model, 'vocabulary'))
    entry.data.says.forEach((word, place) => {
      const path = ['says', place];
      const line = words.get(word.toLowerCase());
      if (line === undefined) words.set(word.toLowerCase(), entry.lineOf(path));
      else problems.push(at(entry, path, `has "${word}", as line ${line} has; keep one, or join the two`));
    });
  return problems;
}

/** Signs that no case names. A part of the content, as in the tests, need not use them all. */
function checkUnusedSigns(model: Model, known: Known): Problem[] {
  const cases = pagesOf(model.content).flatMap(({ body }) => body.cases);
  // What a page that cannot be read names is not known.
  if (!known.whole || model.content.problems.some(({ file }) => file.endsWith('.mdx'))) return [];
  const used = new Set(
    cases.flatMap((item) => [...item.signs, ...item.against].map((one) => one.split(':')[0])),
  );
  return rowsOf(model, 'signs')
    .filter(({ data }) => !used.has(data.id))
    .flatMap((entry) =>
      warnsOfOwn([at(entry, [], 'is named by no case; name it where it is seen, or take the sign out')]),
    );
}

/** Entries that stand in one order: no place is taken twice. */
function checkOrder(model: Model): Problem[] {
  const problems: Problem[] = [];
  const ordered = (entries: readonly (Entry & { data: { order?: number | undefined } })[], what: string) => {
    const first = new Map<number, Entry>();
    for (const entry of entries) {
      const { order } = entry.data;
      // A copy cannot know which places upstream takes later.
      if (order === undefined || order === unordered || isOwn(entry.file)) continue;
      const other = first.get(order);
      if (other)
        problems.push(
          at(
            entry,
            ['order'],
            `is ${order}, which ${other.file} has already; give each ${what} its own place`,
            [{ file: other.file }],
          ),
        );
      else first.set(order, entry);
    }
  };
  ordered(model.guides, 'guide');
  ordered(model.vendors, 'vendor');
  return problems;
}

/** Names that readers tell things apart by: none is used twice. */
function checkUnique(model: Model): Problem[] {
  const problems: Problem[] = [];
  const unique = (entries: readonly Entry[], key: string) => {
    const first = new Map<string, Entry>();
    for (const entry of entries) {
      const value = (entry.data as Record<string, unknown> | null | undefined)?.[key];
      if (typeof value !== 'string' || !value.trim()) continue;
      const other = first.get(value.toLowerCase());
      if (!other) first.set(value.toLowerCase(), entry);
      else
        problems.push(
          at(
            entry,
            [key],
            `is "${value}", as in ${other.file}:${other.lineOf([key])}; say what tells the two apart, or join them`,
            [{ file: other.file, line: other.lineOf([key]) }],
          ),
        );
    }
  };
  const { tables, vendors, guides } = model.content;
  unique(vendors, 'name');
  unique(guides, 'title');
  for (const [table, key] of [
    ['headers', 'name'],
    ['reasons', 'token'],
    ['glossary', 'term'],
    ['situations', 'ask'],
    ['reports', 'words'],
    ['questions', 'is'],
    ['question-words', 'word'],
    ['signs', 'ask'],
    ['causes', 'name'],
  ] as const)
    unique(tables.get(table) ?? [], key);
  return problems;
}

export function checkReferences(model: Model, known: Known, policy: Typed<Policy> | undefined): Problem[] {
  return [
    ...checkCitations(model, known),
    ...checkLinks(model, known),
    ...checkNames(model, known, policy),
    ...checkSigns(model),
    ...checkUnusedSigns(model, known),
    ...checkOpposites(model),
    ...checkTwice(model),
    ...checkOrder(model),
    ...checkUnique(model),
  ];
}
