/** Check 1: every file has the keys its schema names, no others, in order, with the values it allows. */
import type { z } from 'astro/zod';
import type { Content, Entry, Problem, TableName } from '../read.ts';
import { causeSchema } from '../schemas/causes.ts';
import { codeKeyOrder, codeSchema } from '../schemas/codes.ts';
import { mappingSchema } from '../schemas/mappings.ts';
import {
  changeSchema,
  classSchema,
  guideSchema,
  headerSchema,
  reasonSchema,
  redirectSchema,
  situationSchema,
  termSchema,
  warningSchema,
} from '../schemas/others.ts';
import { sourceSchema } from '../schemas/sources.ts';
import { vendorSchema } from '../schemas/vendors.ts';

const tableSchemas: Record<TableName, z.ZodType> = {
  sources: sourceSchema,
  causes: causeSchema,
  classes: classSchema,
  headers: headerSchema,
  warnings: warningSchema,
  reasons: reasonSchema,
  glossary: termSchema,
  situations: situationSchema,
  redirects: redirectSchema,
  changes: changeSchema,
};

const many = new Set(['sources', 'causes', 'warnings']);

/** Turns one zod issue into a sentence that says what to do. */
function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has the unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}; remove it or correct its spelling`;
    case 'invalid_type':
      return issue.message.includes('received undefined')
        ? 'is missing; add it (its meaning is described in src/content/schemas)'
        : `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `needs at least ${String(issue.minimum)} entry`
        : `is too short (at least ${String(issue.minimum)})`;
    case 'too_big':
      return `is too long (at most ${String(issue.maximum)})`;
    default:
      return issue.message;
  }
}

function check(schema: z.ZodType, entry: Entry, prefix: string): Problem[] {
  const result = schema.safeParse(entry.data);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    file: entry.file,
    key: [prefix, ...issue.path.map(String)].filter(Boolean).join('.') || 'front matter',
    message: explain(issue),
  }));
}

function keyOrder(entry: Entry): Problem[] {
  const keys = Object.keys((entry.data ?? {}) as object).filter((key) => codeKeyOrder.includes(key));
  const wanted = [...keys].sort((a, b) => codeKeyOrder.indexOf(a) - codeKeyOrder.indexOf(b));
  const wrong = keys.findIndex((key, at) => key !== wanted[at]);
  return wrong < 0
    ? []
    : [
        {
          file: entry.file,
          key: keys[wrong] ?? '',
          message: `is out of order; the order is ${wanted.join(', ')}`,
        },
      ];
}

export function checkSchemas(content: Content): Problem[] {
  return [
    ...content.codes.flatMap((page) => [...check(codeSchema, page, ''), ...keyOrder(page)]),
    ...content.guides.flatMap((page) => check(guideSchema, page, '')),
    ...content.vendors.flatMap((entry) => check(vendorSchema, entry, '')),
    ...content.mappings.flatMap((entry) => check(mappingSchema, entry, '')),
    ...[...content.tables].flatMap(([name, entries]) =>
      entries.flatMap((entry) =>
        check(tableSchemas[name as TableName], entry, many.has(name) ? entry.id : entry.id),
      ),
    ),
  ];
}
