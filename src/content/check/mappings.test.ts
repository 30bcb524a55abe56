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
  const data = { authorities: { A: 'both', B: 'both' }, ownCauses: [], ...policy } as unknown as Policy;
  return checkMappings(model, { file: 'content/policy.yaml', id: 'policy', lineOf: () => 1, data }).map(
    ({ key, message }) => `${key} ${message.split(';')[0]}`,
  );
}

const of = (name: string, order: number) => [
  table(`${name.toLowerCase()}-q850-to-sip`, { authority: name, order }),
  table(`${name.toLowerCase()}-sip-to-q850`, { authority: name, order }),
];

it('is content with the tables that the policy names', () => {
  expect(said([...of('A', 1), ...of('B', 2)])).toEqual([]);
});

it('misses a table that the policy names, and one that it does not', () => {
  const [one] = of('A', 1);
  if (!one) throw new Error('no table');
  expect(said([one], { authorities: { A: 'both' } })).toEqual(['authorities.A has no table sip-to-q850']);
  expect(said([one], { authorities: { A: 'q850-to-sip' } })).toEqual([]);
  expect(said([one], { authorities: { A: 'sip-to-q850' } })).toEqual([
    'authority is A, which content/policy.yaml names for sip-to-q850 only',
  ]);
  expect(said([one], { authorities: {} })).toEqual([
    'authority is "A", which content/policy.yaml does not name',
  ]);
});

it('gives each authority a place of its own', () => {
  expect(said([...of('A', 1), ...of('B', 1)])).toEqual([
    'order is 1, which A has already (content/mappings/a-q850-to-sip.yaml)',
  ]);
});
