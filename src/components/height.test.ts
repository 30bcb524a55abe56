import { expect, it } from 'vitest';
import { heightClass } from './height.ts';

const paragraph = `<p>${'word '.repeat(80)}</p>`;

it('grows with the text', () => {
  expect(heightClass('<h2>Sources</h2>')).toBe('tall-25');
  expect(heightClass(paragraph.repeat(6))).toBe('tall-120');
  expect(heightClass(paragraph.repeat(12))).toBe('tall-300');
});

it('needs no class for the height that most cases have', () =>
  expect(heightClass(paragraph.repeat(3))).toBeUndefined());

it('counts every line of a message, and nothing of a fold that is closed', () => {
  expect(heightClass(`<pre>${'Via\n'.repeat(50)}</pre>`)).toBe('tall-120');
  expect(heightClass(`<details><summary>How</summary>${paragraph.repeat(12)}</details>`)).toBe('tall-25');
});
