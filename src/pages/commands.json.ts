import type { APIContext } from 'astro';
import { commandsExport } from '../export/commands.ts';
import { here } from '../export/here.ts';

export const GET = (context: APIContext) => Response.json(commandsExport(here(context)));
