import { expect, it } from 'vitest';
import { basePath } from './base-path.ts';

it.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['docs/sip', '/docs/sip/'],
  ['/docs/sip', '/docs/sip/'],
  ['docs/sip/', '/docs/sip/'],
  ['/docs/sip/', '/docs/sip/'],
])('BASE_PATH %s stands for %s', (value, path) => {
  expect(basePath(value)).toBe(path);
});
