import { expect, it } from 'vitest';
import { expectLinear } from '../../../tests/cpu-time.ts';
import { escapedParts } from './escaped.ts';

const message = 'SIP/2.0 486 Busy Here\r\nCSeq: 1 INVITE\r\nX: "q"\r\n\r\n';

it.each([
  ['JSON', JSON.stringify({ time: 'x', raw: message, after: 1 })],
  ['JSON in JSON', JSON.stringify(JSON.stringify({ raw: message }))],
  ['Python bytes', `b'${message.replaceAll('\r\n', '\\r\\n')}'`],
  ['syslog octal', `kamailio: ${message.replaceAll('\r\n', '#015#012')}`],
])('finds the message in %s', (_name, line) => {
  const parts = escapedParts(line);
  expect(parts).toHaveLength(1);
  expect(parts[0]?.message.trimEnd()).toBe(message.trimEnd());
});

it('finds all messages of an array on one line', () => {
  expect(escapedParts(JSON.stringify([{ raw: message }, { raw: message }]))).toHaveLength(2);
});

it('is linear in the length of the line', () => {
  expectLinear((n) => `"${'\\n'.repeat(n)}SIP/2.0 486`, escapedParts);
});
