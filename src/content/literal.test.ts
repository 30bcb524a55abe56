import { describe, expect, it } from 'vitest';
import { readLiteral } from './literal.ts';

describe('a literal', () => {
  it.each([
    [`[{ on: "Via", 'mark': 'a"b', }]`, [{ on: 'Via', mark: 'a"b' }]],
    ['`\nA, B\nA -> B: x\n`', '\nA, B\nA -> B: x\n'],
    ['[1, true, null, "\\u00e9"]', [1, true, null, 'é']],
  ])('%s is read', (text, value) => expect(readLiteral(text)).toEqual(value));

  it.each([
    'process.env',
    '1 + 1',
    '`${x}`',
    '[...x]',
    '{ [x]: 1 }',
    '{ get a() { return 1 } }',
    '() => 1',
    '/x/',
    '"a", "b"',
  ])('%s is refused', (text) => expect(() => readLiteral(text)).toThrow('is no literal'));

  it('that is malformed says where', () => expect(() => readLiteral('[{ on: }]')).toThrow('(1:'));
});
