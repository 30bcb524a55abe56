import { describe, expect, it } from 'vitest';
import { model } from '../content/model.ts';
import { caseMarkdown, codeMarkdown } from './code-markdown.ts';
import { codeExport } from './code.ts';
import { codesExport } from './codes.ts';
import { commandsExport } from './commands.ts';
import { mappingExport } from './mapping.ts';
import { escaped } from './markdown.ts';
import { publishedSchema, type ShapeName, shapes } from './schemas.ts';
import { signsExport } from './signs.ts';
import { siteAt } from './site.ts';
import { vendorsExport } from './vendors.ts';

const site = siteAt(model(), 'https://support.example.com', '/docs/sip/');
const page = (code: number) => {
  const found = model().byCode.get(code);
  if (!found) throw new Error(`no page ${code}`);
  return found;
};
/** As a program reads it: what is undefined is not there. */
const written = (data: unknown) => JSON.parse(JSON.stringify(data)) as Record<string, unknown>;

describe('what is exported', () => {
  it.each<[ShapeName, unknown]>([
    ['codes', codesExport(site)],
    ['commands', commandsExport(site)],
    ['mapping', mappingExport(site)],
    ['signs', signsExport(site)],
    ['vendors', vendorsExport(site)],
    ...model().codes.map((one): [ShapeName, unknown] => ['code', codeExport(site, one)]),
  ])('has no key that its schema does not describe: %s', (name, data) => {
    expect(shapes[name].parse(written(data))).toEqual(written(data));
  });

  it('stands below the base path, places on the same page included', () => {
    const { url, cases, $schema } = codeExport(site, page(403));
    expect(url).toBe('https://support.example.com/docs/sip/403/');
    expect($schema).toBe('https://support.example.com/docs/sip/schema/v1/code.json');
    expect(cases[0]?.recognise).toContain('](https://support.example.com/docs/sip/403/#wire)');
  });

  it('has the steps of a case apart from the commands they ask for', () => {
    const { cases, commands } = codeExport(site, page(403));
    const [first] = cases.find(({ id }) => id === 'caller-id-mismatch')?.do ?? [];
    expect(first).toEqual({
      text: 'Look at `From`, `Authorization` and `P-Asserted-Identity` of the refused INVITE.',
      commands: ['trace'],
    });
    expect(commands.map(({ id }) => id)).toContain('trace');
  });
});

describe('a published schema', () => {
  it('has an address that names the major version, and describes every field that needs it', () => {
    const { $id, description } = publishedSchema('code', site);
    expect($id).toBe('https://support.example.com/docs/sip/schema/v1/code.json');
    expect(description).toMatch(/one SIP response code/);
  });

  it('lets a later minor version add fields', () =>
    expect(JSON.stringify(publishedSchema('vendors', site))).not.toContain('"additionalProperties":false'));
});

describe('Markdown', () => {
  it('escapes what a data file writes as plain text, and keeps its code', () =>
    expect(escaped('1. <x> *not* `a_b`')).toBe('1\\. \\<x> \\*not\\* `a_b`'));

  it('numbers the steps and links their commands', () => {
    const { cases, commands } = codeExport(site, page(403));
    const [first] = cases;
    expect(first && caseMarkdown(first, commands)).toMatch(
      /\n1\. Look at .*INVITE\. \(\[Command: .*\]\(https:\/\/support\.example\.com\/docs\/sip\/guides\/commands\/#trace\)\)\n2\. /,
    );
  });

  it('holds a message as it is, in a block of its own', () =>
    expect(codeMarkdown(codeExport(site, page(403)))).toMatch(/```sip\nSIP\/2\.0 403 Forbidden\nVia: /));
});
