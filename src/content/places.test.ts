import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readModel } from './model.ts';
import { placeName } from './places.ts';

const { model } = readModel(join(import.meta.dirname, 'check/sample'));

it.each([
  ['/600/', '600 Busy Everywhere'],
  ['/600/#everywhere', '600 Busy Everywhere: All devices busy'],
  ['/600/#nowhere', undefined],
  ['/vendors/example-pbx/', undefined],
])('%s is called %s', (address, name) => expect(placeName(model, address)).toBe(name));
