import { rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { readModel } from '../model.ts';
import { makeSample } from './try-damage.ts';
import { knownOf } from './known.ts';
import { readPolicy } from './policy.ts';
import { checkRegistry } from './registry.ts';

const root = makeSample();
afterEach(() => rmSync(root, { recursive: true }));

it('asks for a page for every code that IANA lists, where the policy does', () => {
  const { model } = readModel(root);
  const { policy } = readPolicy(model.content);
  if (!policy) throw new Error('the sample has no policy');
  const said = checkRegistry(model, knownOf(model, { unreadable: new Set(), strays: new Set() }), {
    ...policy,
    data: { ...policy.data, everyRegisteredCode: true },
  });
  // Two of the 75 have a page in the sample.
  expect(said).toHaveLength(73);
  expect(said[0]).toMatchObject({
    file: 'content/codes/100.mdx',
    message: expect.stringContaining('Trying') as string,
  });
});
