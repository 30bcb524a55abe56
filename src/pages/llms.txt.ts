import type { APIContext } from 'astro';
import { here } from '../export/here.ts';
import { llmsText } from '../export/llms.ts';

export const GET = (context: APIContext) => new Response(llmsText(here(context)));
