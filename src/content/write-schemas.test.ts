import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { fileJsonSchemas } from './write-schemas.ts';

const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
  'yaml.schemas': Record<string, string | string[]>;
};
const named = new Map(
  Object.entries(settings['yaml.schemas']).map(([schema, files]) => [
    basename(schema, '.schema.json'),
    files,
  ]),
);

it('the editor settings name a schema for every YAML file of content/', () => {
  const covered = [...named.values()].flatMap((pattern) => globSync(pattern));
  expect(covered.sort()).toEqual(globSync('content/**/*.yaml').sort());
});

it('every schema the settings name is written, and lists are lists', () => {
  const schemas = fileJsonSchemas();
  for (const [name, pattern] of named) {
    const schema = schemas[name];
    expect(schema, name).toBeDefined();
    const [file = ''] = globSync(pattern);
    if (existsSync(file))
      expect(schema?.['type'], name).toBe(
        Array.isArray(parse(readFileSync(file, 'utf8'))) ? 'array' : 'object',
      );
  }
});

it('a schema carries what its fields mean and refuses unknown keys', () => {
  const { vendors } = fileJsonSchemas();
  expect(vendors).toMatchObject({
    additionalProperties: false,
    properties: { name: { description: expect.stringContaining('Name') as string } },
  });
});
