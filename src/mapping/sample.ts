/** Small tables for the tests of the mapping: two authorities that agree on some codes and not on others. */
import type { MappingData } from '../content/schemas/mappings.ts';
import type { Table } from './agreement.ts';

const table = (
  authority: string,
  order: number,
  direction: MappingData['direction'],
  rows: MappingData['rows'],
): Table => ({
  id: `${authority}-${direction}`,
  data: { authority, order, direction, checked: '2026-01-01', rows },
});

export const sampleTables: Table[] = [
  table('Second', 2, 'sip-to-q850', [
    { code: 486, cause: 17, name: 'USER_BUSY' },
    { code: 500, cause: 41 },
    { code: 606, cause: 607, name: 'OWN_VALUE' },
    { code: 404, cause: 31, default: true },
  ]),
  table('First', 1, 'sip-to-q850', [
    { code: 486, cause: 17 },
    { code: 500, cause: 38, condition: 'after answer' },
    { code: 500, cause: 41, condition: 'before answer', note: 'only ISUP' },
    { code: 503, note: 'no mapping' },
  ]),
  table('First', 1, 'q850-to-sip', [
    { cause: 17, code: 486 },
    { cause: 17, code: 600, condition: 'everywhere' },
    { cause: 31, code: 480 },
  ]),
];
