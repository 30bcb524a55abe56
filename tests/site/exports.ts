/**
 * Checks the exports of a built site: each is valid by the schema it names, holds what the content holds, row for row,
 * and leads to addresses that exist.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { readSite } from '../../src/content/model.ts';
import { codeColumns } from '../../src/export/codes.ts';
import { schemaFolder } from '../../src/export/version.ts';
import { lineKeys } from '../../src/mapping/table.ts';

type Data = Record<string, unknown>;

/**
 * @param root folder of the built site.
 * @param content folder that holds the content/ it was built from.
 * @param broken what is wrong with an address on this site, or nothing.
 */
export function checkExports(
  root: string,
  content: string,
  broken: (address: string, from: string) => string | undefined,
): { problems: string[]; files: number; addresses: number; address: string } {
  const problems: string[] = [];
  const { model } = readSite(content);
  const text = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
  const json = (file: string) => JSON.parse(text(file) || '{}') as Data;
  const list = (file: string, key: string) => (json(file)[key] ?? []) as Data[];

  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const schemas = readdirSync(join(root, 'schema', schemaFolder)).filter((file) => file.endsWith('.json'));
  for (const file of schemas) ajv.addSchema(json(`schema/${schemaFolder}/${file}`));
  const ofCodes = model.codes.map(({ id }) => `${id}.json`);
  const [site = ''] = String(json('codes.json')['$schema']).split('/schema/');
  const files = [...ofCodes, 'codes.json', 'commands.json', 'mapping.json', 'signs.json', 'vendors.json'];
  for (const file of files) {
    const data = json(file);
    const validate = ajv.getSchema(String(data['$schema']));
    if (!validate) problems.push(`${file}: names no schema of this site, but ${String(data['$schema'])}`);
    else if (!validate(data))
      for (const { instancePath, message } of (validate.errors ?? []).slice(0, 5))
        problems.push(`${file}: ${instancePath} ${message}, says its schema`);
  }

  const same = (what: string, is: unknown, should: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      problems.push(`${what}: ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
  };
  const cases = model.codes.map(({ id, body }) => [id, body.cases.map((item) => item.id)]);
  same(
    'codes.json: codes and cases',
    list('codes.json', 'codes').map(({ code, cases: items }) => [
      String(code),
      (items as Data[]).map(({ id }) => id),
    ]),
    cases,
  );
  same(
    'codes: cases of each file',
    ofCodes.map((file) => [file.slice(0, -5), list(file, 'cases').map(({ id }) => id)]),
    cases,
  );
  // The page shows the same steps, from the same file by another way.
  const stepsOnPage = (id: string, item: string) =>
    text(`${id}/index.html`)
      .split(new RegExp(`<section class="case[^"]*" id="${item}"`))[1]
      ?.split('</section>')[0]
      ?.match(/<ol>[\s\S]*?<\/ol>/g)
      ?.flatMap((steps) => steps.match(/<li>/g) ?? []).length;
  for (const file of ofCodes)
    for (const { id, do: steps } of list(file, 'cases'))
      same(
        `${file}: steps of ${String(id)}`,
        (steps as Data[]).length,
        stepsOnPage(file.slice(0, -5), String(id)),
      );
  const notes = model.vendors.map(({ id, data }) => [id, data.notes.length]);
  same(
    'vendors.json: notes',
    list('vendors.json', 'vendors').map(({ id, notes: items }) => [id, (items as Data[]).length]),
    notes,
  );
  const ids = (rows: readonly Data[]) => rows.map(({ id }) => id);
  same('signs.json: signs', ids(list('signs.json', 'signs')), ids(model.signs));
  same('commands.json: tasks', ids(list('commands.json', 'tasks')), ids(model.commands));
  same(
    'commands.json: commands',
    list('commands.json', 'tasks').map(({ commands }) => (commands as Data[]).length),
    model.commands.map(({ commands }) => commands.length),
  );
  const rows = model.tables.reduce((sum, { data }) => sum + data.rows.length, 0);
  same('mapping.json: rows', list('mapping.json', 'rows').length, rows);

  const sheet = (file: string) => parse(text(file), { bom: true, record_delimiter: '\r\n' }) as string[][];
  for (const [file, columns, count] of [
    ['codes.csv', codeColumns, model.codes.length],
    ['mapping.csv', lineKeys, rows],
  ] as const) {
    if (!text(file).startsWith('\uFEFF')) problems.push(`${file}: does not start with a byte order mark`);
    const [first, ...others] = sheet(file);
    same(`${file}: columns`, first, columns);
    same(`${file}: rows`, others.length, count);
  }

  /** Addresses of this site in a text, each once. */
  const addressesIn = (whole: string) =>
    [...new Set(whole.match(/https?:\/\/[^\s"<>()\\]*[^\s"<>()\\.,;:]/g) ?? [])]
      .filter((address) => address.startsWith(`${site}/`))
      .map((address) => new URL(address))
      .map(({ pathname, hash }) => pathname + hash);
  let addresses = 0;
  const texts = [
    ...model.codes.map(({ id }) => `${id}.md`),
    ...model.guides.map(({ id }) => `guides/${id}.md`),
    'llms.txt',
    'llms-full.txt',
    'changes.xml',
  ];
  for (const file of [...files, ...texts]) {
    const found = addressesIn(text(file));
    addresses += found.length;
    for (const address of found) {
      const fault = broken(address, '/');
      if (fault) problems.push(`${file}: ${fault}`);
    }
  }
  for (const file of texts) {
    const prose = text(file)
      .replace(/^( *)```[\s\S]*?^\1```$/gm, '')
      .replace(/`+[^`]*`+/g, '');
    const [tag] = /<\/?[A-Z]\w*[^>]*>/.exec(prose) ?? [];
    if (tag) problems.push(`${file}: has the element ${tag}, which is no Markdown`);
    const [link] = /\]\((?!https?:)[^)]*\)/.exec(prose) ?? [];
    if (link) problems.push(`${file}: has a link that only works on the site: ${link}`);
  }
  const lines = new Set(
    text('llms-full.txt')
      .split('\n')
      .map((line) => line.split(' ')[0]),
  );
  for (const { id } of [...model.codes, ...model.guides])
    if (!text('llms.txt').includes(`/${id}.md)`)) problems.push(`llms.txt: does not name ${id}`);
  for (const path of [
    ...model.codes.map(({ id }) => `/${id}/`),
    ...model.guides.map(({ id }) => `/guides/${id}/`),
    ...model.causes.map(({ cause }) => `/q850/${cause}/`),
  ])
    if (!lines.has(site + path)) problems.push(`llms-full.txt: does not hold ${path}`);
  same(
    'changes.xml: changes',
    text('changes.xml').match(/<item>/g)?.length,
    Math.min(model.changes.length, 100),
  );
  for (const { id, body, data } of model.codes) {
    const file = `${id}.md`;
    const whole = text(file);
    if (!whole.startsWith(`# ${id} `)) problems.push(`${file}: does not start with its heading`);
    for (const item of body.cases)
      if (!whole.includes(`/${id}/#${item.id}\n`)) problems.push(`${file}: has no case ${item.id}`);
    if (!whole.includes(data.reviewed)) problems.push(`${file}: does not say when it was reviewed`);
  }
  return { problems, files: files.length + texts.length + schemas.length, addresses, address: site };
}
