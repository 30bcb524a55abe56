/** Compares the mapping tables with the figures of the sources, which are kept here as data of their own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { model } from '../content/model.ts';
import { capiReason, causeHex, dss1Octet, isQ850 } from '../sip/q850.ts';
import { Finder } from '../search/finder.ts';

const { tables, causes } = model();
const table = (id: string) => {
  const found = tables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found.data;
};
const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as T;

interface Printed {
  event: string;
  decimal: number;
  hex: string;
  dss1: string;
  cause: string;
}
const printed = data<Printed[]>('dss1-table');
const rfc = data<{ sipToCause: [number, number][]; causeToSip: [number, number][] }>('rfc3398');
const pairs = (id: string, from: 'code' | 'cause', to: 'code' | 'cause') =>
  table(id)
    .rows.filter((row) => !row.default && row[from] !== undefined && row[to] !== undefined)
    .map((row) => [row[from], row[to]] as [number, number])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
const sorted = (list: [number, number][]) => [...list].sort((a, b) => a[0] - b[0] || a[1] - b[1]);

describe('the older DSS1 table', () => {
  it('has all 36 rows as printed', () => {
    expect(printed).toHaveLength(36);
    expect(table('list-dss1-sip-to-q850').rows.map((row) => row.printed)).toEqual(printed);
  });

  it('is what our own derivations of hex and octet give for its decimal numbers', () => {
    for (const { event, decimal, hex, dss1 } of printed) {
      expect(causeHex(decimal), event).toBe(`0x${hex.padStart(2, '0')}`);
      expect(dss1Octet(decimal), event).toBe(dss1);
    }
  });
});

describe('RFC 3398', () => {
  it('§8.2.6.1, SIP to ISUP, has every row and no other', () => {
    expect(pairs('rfc3398-sip-to-q850', 'code', 'cause')).toEqual(sorted(rfc.sipToCause));
  });

  it('§7.2.4.1, ISUP to SIP, has every row and no other', () => {
    expect(pairs('rfc3398-q850-to-sip', 'cause', 'code')).toEqual(sorted(rfc.causeToSip));
  });
});

describe('the two directions of an authority', () => {
  const own = (authority: string, direction: string) =>
    tables.find(({ data: one }) => one.authority === authority && one.direction === direction);
  const pairsOf = (one: (typeof tables)[number]) =>
    one.data.rows
      .filter((row) => row.code !== undefined && row.cause !== undefined)
      .map(({ code, cause }) => `${code}-${cause}`);
  // What a table made by inverting the other cannot have: RFC 3398 turns 402, 403 and 407 into 21, and 21 into 403 alone;
  // 500 is what it gives for most causes, and no code of its own turns into most of them.
  it('are read from two tables: in RFC 3398 neither holds the other', () => {
    const to = new Set(pairsOf(own('RFC 3398', 'sip-to-q850')!));
    const back = new Set(pairsOf(own('RFC 3398', 'q850-to-sip')!));
    expect([...to].filter((pair) => !back.has(pair)).length).toBeGreaterThan(10);
    expect([...back].filter((pair) => !to.has(pair)).length).toBeGreaterThan(10);
  });
  it('name two places of the source where both are in one', () => {
    const cited = tables.filter(({ data: one }) => one.source?.startsWith('rfc'));
    const places = cited.map(({ data: one }) => one.source);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('a Q.850 cause', () => {
  it.each([1, 127])('%i is one', (value) => expect(isQ850(value)).toBe(true));
  // 128 and more are values of programs, such as FreeSWITCH's.
  it.each([0, 128, 607, undefined])('%s is none', (value) => expect(isQ850(value)).toBe(false));
});

describe('notations of a cause', () => {
  it('are right for every cause', () => {
    expect(causes.length).toBeGreaterThanOrEqual(71);
    for (const { cause } of causes) {
      expect(Number.parseInt(causeHex(cause).slice(2), 16)).toBe(cause);
      expect(Number.parseInt(dss1Octet(cause), 16)).toBe(cause + 128);
      expect(Number.parseInt(capiReason(cause), 16)).toBe(0x3480 + cause);
    }
  });

  it('find the cause of every row of the older table, by decimal, hex and DSS1 value', () => {
    const finder = new Finder({
      codes: [],
      causes: causes.map(({ cause, name }) => [cause, name, '']),
      programs: [],
      classes: [],
      docs: [],
    });
    for (const { decimal, hex, dss1 } of printed) {
      for (const query of [
        `${decimal}`,
        `cause ${decimal}`,
        `0x${hex.padStart(2, '0')}`,
        `0x${dss1}`,
        `DSS1 ${dss1}`,
      ])
        expect(finder.find(query)[0]?.path, query).toBe(`/q850/${decimal}/`);
      // Two digits may be decimal, hex or an octet; each reading is among the answers.
      for (const query of [hex, dss1])
        expect(
          finder.find(query).map(({ path }) => path),
          query,
        ).toContain(`/q850/${decimal}/`);
    }
  });
});
