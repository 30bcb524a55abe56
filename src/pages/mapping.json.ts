import type { APIContext } from 'astro';
import { mappingExport } from '../export/mapping.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => Response.json(mappingExport(here(context)));
