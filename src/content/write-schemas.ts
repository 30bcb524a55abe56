/**
 * `npm run schemas`: writes the schema of every kind of content as JSON Schema, so that editors complete keys and show
 * what they mean. .vscode/settings.json names them for YAML; Astro's language server finds those of front matter
 * through collections.json, a list of which page belongs to which.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import {
  fileSchemas,
  listNames,
  ownSchemas,
  pageSchemas,
  policyFileSchema,
  settingsSchema,
  tableSchemas,
} from './collections.ts';
import { ownFolder } from './read.ts';

type JsonSchema = Record<string, unknown>;

// Draft 7 is what editors know best.
const jsonSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });

/** The schema of a whole file by the name of its kind: `vendors`, `sources`, `site`; of front matter for pages. */
export function fileJsonSchemas(): Record<string, JsonSchema> {
  const lists: readonly string[] = listNames;
  return {
    ...Object.fromEntries(
      Object.entries({
        ...pageSchemas,
        ...fileSchemas,
        site: settingsSchema,
        policy: policyFileSchema,
        'own-cases': ownSchemas.cases,
        'own-site': ownSchemas.site,
        // A vendor of the copy, or notes on one of upstream's.
        'own-vendors': z.union([fileSchemas.vendors, ownSchemas.notes]),
        theme: ownSchemas.theme,
        omit: ownSchemas.omit,
      }).map(([name, schema]) => [name, jsonSchema(schema)]),
    ),
    ...Object.fromEntries(
      Object.entries(tableSchemas).map(([name, schema]) => {
        const { $schema, ...entry } = jsonSchema(schema);
        return [
          name,
          lists.includes(name)
            ? { $schema, type: 'array', items: entry }
            : { $schema, type: 'object', additionalProperties: entry },
        ];
      }),
    ),
  };
}

if (import.meta.main) {
  const folder = '.astro/collections';
  mkdirSync(folder, { recursive: true });
  const schemas = fileJsonSchemas();
  for (const [name, schema] of Object.entries(schemas))
    writeFileSync(join(folder, `${name}.schema.json`), JSON.stringify(schema, null, 2));
  const pages = Object.keys(pageSchemas).filter((name) => existsSync(join('content', name)));
  const folders = [
    ...pages.flatMap((name) =>
      [join('content', name), join(ownFolder, name)].map((path) => ({ name, path })),
    ),
    { name: 'own-cases', path: join(ownFolder, 'cases') },
  ].filter(({ path }) => existsSync(path));
  const entries = folders.flatMap(({ name, path }) =>
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.mdx'))
      // The language server looks them up in lower case.
      .map((file) => [pathToFileURL(join(path, file)).href.toLowerCase(), name]),
  );
  writeFileSync(
    join(folder, 'collections.json'),
    JSON.stringify({
      collections: [...new Set(folders.map(({ name }) => name))].map((name) => ({ hasSchema: true, name })),
      entries: Object.fromEntries(entries),
    }),
  );
  console.log(`${folder}: ${Object.keys(schemas).length} schemas`);
}
