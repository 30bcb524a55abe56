import { describe, expect, it } from 'vitest';
import { sampleTables } from './sample.ts';
import {
  authorityId,
  cell,
  classesOfCause,
  columns,
  conditions,
  lineKeys,
  mappingLines,
  numbersIn,
} from './table.ts';

const [second, first] = sampleTables;

describe('a cell', () => {
  it('holds every answer of an authority, with its condition', () =>
    expect(cell(first!, 500)).toEqual([
      { text: '38', name: '', condition: 'after answer', default: false },
      { text: '41', name: '', condition: 'before answer. only ISUP', default: false },
    ]));
  it('says a default as such', () =>
    expect(cell(second!, 404)[0]).toMatchObject({ text: '31', default: true }));
  it('shows a dash where the authority maps to nothing, and nothing where it is silent', () => {
    expect(cell(first!, 503).map(({ text }) => text)).toEqual(['–']);
    expect(cell(first!, 604)).toEqual([]);
  });
  it('reads a table to SIP from its causes', () =>
    expect(cell(sampleTables[2]!, 17).map(({ text }) => text)).toEqual(['486', '600']));
});

describe('the matrix', () => {
  it('has the authorities of its direction in their order', () =>
    expect(columns(sampleTables, 'sip-to-q850').map(({ data }) => data.authority)).toEqual([
      'First',
      'Second',
    ]));
  it('has a row for each number any authority lists', () => {
    expect(numbersIn(sampleTables, 'sip-to-q850')).toEqual([404, 486, 500, 503, 606]);
    expect(numbersIn(sampleTables, 'q850-to-sip')).toEqual([17, 31]);
  });
  it('knows the classes a cause may become', () => expect(classesOfCause(sampleTables, 17)).toBe('46'));
});

it('a condition of several rows is said once, with what each leads to', () => {
  const [rows] = conditions(
    [
      {
        id: 'a',
        data: {
          ...first!.data,
          rows: [
            { code: 413, cause: 127, condition: 'if it fails' },
            { code: 415, cause: 79, condition: 'if it fails' },
            { code: 416, cause: 127 },
          ],
        },
      },
    ],
    'sip-to-q850',
  );
  expect(rows).toEqual({
    authority: 'First',
    text: 'if it fails',
    rows: [
      { number: 413, to: '127' },
      { number: 415, to: '79' },
    ],
  });
});

describe('exported lines', () => {
  const lines = mappingLines(sampleTables);
  it('say every row of every table once', () =>
    expect(lines).toHaveLength(sampleTables.reduce((sum, { data }) => sum + data.rows.length, 0)));
  it('stand by direction, then by authority', () =>
    expect([...new Set(lines.map(({ direction, authority }) => `${direction} ${authority}`))]).toEqual([
      'sip-to-q850 First',
      'sip-to-q850 Second',
      'q850-to-sip First',
    ]));
  it('give hex and octet of a cause of Q.850', () =>
    expect(lines.find(({ authority, code }) => authority === 'Second' && code === 486)).toEqual({
      direction: 'sip-to-q850',
      authority: 'Second',
      code: 486,
      cause: 17,
      hex: '0x11',
      dss1: '91',
      name: 'USER_BUSY',
      condition: undefined,
      note: undefined,
      default: false,
    }));
  it('give none for a value of a program’s own', () =>
    expect(lines.find(({ cause }) => cause === 607)).toMatchObject({ hex: undefined, dss1: undefined }));
  it('have a column for each of their keys', () =>
    expect(new Set(lineKeys)).toEqual(new Set(Object.keys(lines[0]!))));
});

it('an authority has an id that fits an address', () =>
  expect(authorityId('RFC 4497 (QSIG)')).toBe('rfc-4497-qsig'));
