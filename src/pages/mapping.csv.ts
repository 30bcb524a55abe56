import type { APIContext } from 'astro';
import { mappingCsv } from '../export/mapping.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => new Response(mappingCsv(here(context)));
