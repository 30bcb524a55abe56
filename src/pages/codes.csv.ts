import type { APIContext } from 'astro';
import { codesCsv } from '../export/codes.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => new Response(codesCsv(here(context)));
