import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkContent } from './all.ts';
import { dayFault, latestDay } from './dates.ts';

it('lets the newest day pass that has begun anywhere', () => {
  // At 11:00 UTC it is the next day already on Kiritimati (UTC+14).
  expect(latestDay(new Date('2026-11-20T11:00:00Z'))).toBe('2026-11-21');
  expect(latestDay(new Date('2026-11-20T09:00:00Z'))).toBe('2026-11-20');
});

it('refuses the future, and days before SIP', () => {
  expect(dayFault('2026-11-20', '2026-11-20')).toBeUndefined();
  expect(dayFault('2026-11-21', '2026-11-20')).toMatch(/in the future/);
  expect(dayFault('1970-01-01', '2026-11-20')).toMatch(/before SIP/);
});

it('judges by the clock it is given', () => {
  const sample = join(import.meta.dirname, 'sample');
  const future = (today: string) =>
    checkContent(sample, today)
      .problems.filter(({ message }) => message.includes('in the future'))
      .filter(({ file }) => file === 'content/changes.yaml');
  expect(future('2026-11-20')).toEqual([]);
  expect(future('2026-11-19').map(({ key }) => key)).toHaveLength(1);
});
