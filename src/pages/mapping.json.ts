import { model } from '../content/model.ts';
import { mappingLines } from '../mapping/table.ts';

/** The version changes when a field is renamed or removed; new fields do not change it. */
const version = 1;

export async function GET() {
  const { tables } = model();
  return new Response(JSON.stringify({ version, rows: mappingLines(tables) }));
}
