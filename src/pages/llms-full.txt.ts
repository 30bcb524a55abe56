import type { APIContext } from 'astro';
import { here } from '../export/here.ts';
import { llmsFull } from '../export/llms.ts';

export const GET = (context: APIContext) => new Response(llmsFull(here(context)));
