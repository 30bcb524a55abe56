import { model } from '../content/model.ts';
import { csv } from '../mapping/csv.ts';
import { lineKeys, mappingLines } from '../mapping/table.ts';

export function GET() {
  return new Response(csv(lineKeys, mappingLines(model().tables)));
}
