/** Wires content/ to its schemas. What a key means stands in src/content/schemas. */
import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { parse } from 'yaml';
import { causeSchema } from './content/schemas/causes.ts';
import { codeSchema } from './content/schemas/codes.ts';
import { mappingSchema } from './content/schemas/mappings.ts';
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
} from './content/schemas/others.ts';
import { sourceSchema } from './content/schemas/sources.ts';
import { vendorSchema } from './content/schemas/vendors.ts';

const pages = (folder: string) => glob({ base: `./content/${folder}`, pattern: '*.mdx' });
const files = (folder: string) => glob({ base: `./content/${folder}`, pattern: '*.yaml' });
const table = (name: string) => file(`content/${name}.yaml`);

/** A file that is a list: its entries get their place as id, so that the order is kept. */
const list = (name: string) =>
  file(`content/${name}.yaml`, {
    parser: (text) =>
      Object.fromEntries(((parse(text) ?? []) as object[]).map((row, at) => [String(at + 1), row])) as never,
  });

export const collections = {
  codes: defineCollection({ loader: pages('codes'), schema: codeSchema }),
  guides: defineCollection({ loader: pages('guides'), schema: guideSchema }),
  vendors: defineCollection({ loader: files('vendors'), schema: vendorSchema }),
  mappings: defineCollection({ loader: files('mappings'), schema: mappingSchema }),
  sources: defineCollection({ loader: table('sources'), schema: sourceSchema }),
  causes: defineCollection({ loader: table('causes'), schema: causeSchema }),
  classes: defineCollection({ loader: table('classes'), schema: classSchema }),
  headers: defineCollection({ loader: table('headers'), schema: headerSchema }),
  warnings: defineCollection({ loader: table('warnings'), schema: warningSchema }),
  reasons: defineCollection({ loader: table('reasons'), schema: reasonSchema }),
  glossary: defineCollection({ loader: table('glossary'), schema: termSchema }),
  situations: defineCollection({ loader: list('situations'), schema: situationSchema }),
  redirects: defineCollection({ loader: list('redirects'), schema: redirectSchema }),
  changes: defineCollection({ loader: list('changes'), schema: changeSchema }),
};
