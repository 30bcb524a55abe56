import { model } from '../content/model.ts';
import { csv, mappingLines } from '../mapping/table.ts';

export async function GET() {
  const { tables } = model();
  const keys = [
    'direction',
    'authority',
    'code',
    'cause',
    'hex',
    'dss1',
    'name',
    'condition',
    'note',
    'default',
  ] as const;
  return new Response(csv(keys, mappingLines(tables)));
}
