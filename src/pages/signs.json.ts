import type { APIContext } from 'astro';
import { signsExport } from '../export/signs.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => Response.json(signsExport(here(context)));
