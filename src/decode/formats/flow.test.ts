import { expect, it } from 'vitest';
import { flowLabel, hasArrow } from './flow.ts';

it.each([
  ['  12:00:36.861585   │        486 Busy Here      │', 486],
  ['|<-----------180 Ringing-----------|', 180],
  ['|0.1      |         100 Trying                     |', 100],
])('reads the label in %s', (line, code) => {
  expect(flowLabel(line)?.code).toBe(code);
});

it.each([
  '         401 <----------  E-RTD2 1         0         0',
  'it took 200 Seconds',
  '| 404 | 486 | 503 |',
])('reads none in %s', (line) => {
  expect(flowLabel(line)).toBeNull();
});

it('knows arrows', () => {
  expect(['│ <──────── │', '|----->|'].every(hasArrow)).toBe(true);
  expect(hasArrow('a -> b')).toBe(false);
});
