import { expect, it } from 'vitest';
import { nameOf } from './number.ts';

it.each([
  ['/403/', '403 Forbidden', '403', 'Forbidden', '4'],
  ['/403/#no-credit', 'No credit', '403', 'No credit', '4'],
  ['/486/#two-lines', '2 lines ring', '486', '2 lines ring', '4'],
  ['/q850/21/', 'Cause 21 Call rejected', '21', 'Call rejected', undefined],
  ['/4xx/', '4xx Request failure', '4xx', 'Request failure', '4'],
  ['/guides/via/', 'Via', '', 'Via', undefined],
])('%s: %s', (path, title, number, name, digit) =>
  expect(nameOf({ path, title })).toEqual({ number, name, digit }),
);
