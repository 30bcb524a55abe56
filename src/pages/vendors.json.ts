import type { APIContext } from 'astro';
import { vendorsExport } from '../export/vendors.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => Response.json(vendorsExport(here(context)));
