import { describe, expect, it } from 'vitest';
import { matchesRow } from './filter.ts';

describe('the filter of the mapping', () => {
  const row = ['17', '0x11', '91', 'User busy', '486 / 600'];
  it.each(['17', '0x91', '91', 'busy', '486', 'user 0x11'])('%s matches', (text) =>
    expect(matchesRow(row, text)).toBe(true),
  );
  it.each(['18', '0x92', 'rejected'])('%s does not', (text) => expect(matchesRow(row, text)).toBe(false));
});
