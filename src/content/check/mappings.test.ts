import { expect, it } from 'vitest';
import type { MappingTable, Model } from '../model.ts';
import type { Policy } from '../schemas/policy.ts';
import { checkMappings } from './mappings.ts';

const table = (id: string, data: Partial<MappingTable['data']>): MappingTable => ({
  file: `content/mappings/${id}.yaml`,
  id,
  lineOf: () => 1,
  data: {
    authority: 'A',
    direction: id.endsWith('sip-to-q850') ? 'sip-to-q850' : 'q850-to-sip',
    order: 1,
    source: 'rfc3398#7',
    checked: '2026-11-20',
    rows: [{ code: 486, cause: 17 }],
    ...data,
  },
});

function said(tables: MappingTable[], policy: Partial<Policy> = {}): string[] {
  const model = { tables, content: { mappings: tables } } as unknown as Model;
  const data = { oneWay: [], ownCauses: [], ...policy } as unknown as Policy;
  return checkMappings(model, { file: 'content/policy.yaml', id: 'policy', lineOf: () => 1, data }).map(
    ({ key, message }) => `${key} ${message.split(';')[0]}`,
  );
}

const both = [table('a-q850-to-sip', {}), table('a-sip-to-q850', {})];

it('is content with both directions of one authority', () => expect(said(both)).toEqual([]));

it('lets one direction stand alone only where the policy says so', () => {
  const [one] = both;
  if (!one) throw new Error('no table');
  expect(said([one])).toEqual(['direction of A stands alone']);
  expect(said([one], { oneWay: ['A'] })).toEqual([]);
  expect(said(both, { oneWay: ['A'] })).toEqual(['oneWay.0 names A, which has both tables']);
});

it('gives each authority a place of its own, without gaps', () => {
  const other = (order: number) => [
    table('b-q850-to-sip', { authority: 'B', order }),
    table('b-sip-to-q850', { authority: 'B', order }),
  ];
  expect(said([...both, ...other(1)])).toEqual([
    'order is 1, which A has already (content/mappings/a-q850-to-sip.yaml)',
  ]);
  expect(said([...both, ...other(3)])).toEqual(['order is 3, but nobody has 2']);
  expect(said([...both, ...other(2)])).toEqual([]);
});
