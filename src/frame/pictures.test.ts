import { expect, it } from 'vitest';
import { proportion } from './pictures.ts';

it('reads the proportion of a drawing, and names the file of one that has none', () => {
  expect(proportion('logo.svg', Buffer.from('<svg viewBox="0 0 3 2">'))).toBe(1.5);
  expect(() => proportion('logo.svg', Buffer.from('<svg width="3">'))).toThrow(
    'content/own/logo.svg has no viewBox; add it to the SVG',
  );
});
