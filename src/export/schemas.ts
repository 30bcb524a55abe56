/** The forms of all JSON exports by name, and the JSON Schemas that are published of them. */
import { z } from 'astro/zod';
import { codeShape } from './code.ts';
import { codesShape } from './codes.ts';
import { commandsShape } from './commands.ts';
import { mappingShape } from './mapping.ts';
import { signsShape } from './signs.ts';
import { vendorsShape } from './vendors.ts';
import { headOf } from './shapes.ts';
import type { Site } from './site.ts';

export const shapes = {
  code: codeShape,
  codes: codesShape,
  commands: commandsShape,
  mapping: mappingShape,
  signs: signsShape,
  vendors: vendorsShape,
};
export type ShapeName = keyof typeof shapes;

/** JSON Schema (2020-12) of an export. Keys it does not name are allowed: a later minor version may add them. */
export function publishedSchema(name: ShapeName, site: Site): Record<string, unknown> {
  const { $schema: $id } = headOf(name, site);
  const { $schema, ...schema } = z.toJSONSchema(shapes[name], { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id, title: name, ...schema };
}
