import type { APIContext } from 'astro';
import { codesExport } from '../export/codes.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => Response.json(codesExport(here(context)));
