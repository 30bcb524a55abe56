import { expect, it } from 'vitest';
import { cut } from './cut.ts';

it.each([
  ['486 busy here', 13, '486 busy here'],
  ['486 busy here', 12, '486 busy …'],
  ['486 busy here', 8, '486 busy …'],
  ['486 busy, here', 9, '486 busy …'],
  ['486 busy here', 9, '486 busy …'],
  ['a PJSIP_EFAILEDCREDENTIAL', 12, 'a PJSIP_EFAI…'],
  ['😀😀😀', 2, '😀😀…'],
])('%j with %i characters at most is %j', (text, most, shown) => expect(cut(text, most)).toBe(shown));
