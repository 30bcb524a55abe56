/** The content check catches every kind of damage in the table, names the place and the mend, and says nothing else. */
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { checkContent } from './all.ts';
import { damages } from './damage.ts';
import { makeCopy } from './own-damage.ts';
import { makeSample, tryDamage } from './try-damage.ts';

const root = makeSample();
afterAll(() => rmSync(root, { recursive: true }));

it('finds nothing in a sound sample', () => expect(checkContent(root).problems).toEqual([]));

it('finds nothing in a sound copy', () => {
  const copy = makeSample();
  makeCopy(copy);
  expect(checkContent(copy).problems).toEqual([]);
  rmSync(copy, { recursive: true });
});

it('knows each kind of damage once', () => {
  const names = damages.map(({ what }) => what);
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  expect(names.length).toBeGreaterThan(500);
});

it.each(damages)('says of $what what it must and no more', (damage) => {
  expect(tryDamage(root, damage)).toEqual([]);
});
