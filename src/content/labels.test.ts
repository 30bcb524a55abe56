import { expect, it } from 'vitest';
import { actorsText } from './labels.ts';

it('actors are one phrase: a capital in front only, abbreviations as they are', () => {
  expect(actorsText(['provider', 'pbx-admin', 'account-holder'])).toBe(
    'Provider, PBX administrator, account holder',
  );
});
