import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { hexRow } from './hex-dump.ts';

describe('hexRow', () => {
  it.each([
    ['\t0x0010:  c000 0214 13c4 13c4 020f 0000 494e 5649  ............INVI', 16, 16],
    ['0020  02 14 13 c4 13 c4 02 0f 00 00 49 4e 56 49 54 45   ..........INVITE', 32, 16],
    ['00000030  45 00 02 23 00 01 00 00  40 11 00 00 c0 00 02 0a  |E..#....@.......|', 48, 16],
    ['\t0x0220:  0d0a 0d                                  ...', 544, 3],
    ['0040  64 65 66                                          def de ad be ef', 64, 3],
  ])('%s', (line, offset, length) => {
    expect(hexRow(line)).toMatchObject({ offset });
    expect(hexRow(line)?.bytes).toHaveLength(length);
  });

  it.each(['2026/11/20 10:00:00 192.0.2.10', '1234 messages', 'cafe: closed', ''])(
    'is no row: %s',
    (line) => {
      expect(hexRow(line)).toBeNull();
    },
  );
});

it('counts a message once where tcpdump prints its first line above the digits', () => {
  const text = readFileSync(
    new URL('../../../tests/decode/tcpdump-hex-wrong-password.txt', import.meta.url),
    'utf8',
  );
  const { messages, responses } = decodeTrace(text);
  expect(messages).toHaveLength(4);
  expect(responses).toHaveLength(2);
  expect(messages[0]).toMatchObject({ source: { host: '192.0.2.31', port: 5060 }, format: 'hex dump' });
  expect(messages[0]?.time?.text).toMatch(/^\d\d:\d\d:\d\d\.\d{6}$/);
});

it('finds nothing in digits that are no packet, and goes on behind them', () => {
  const table = '0000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n0010  20 21 22\n';
  expect(decodeTrace(`${table}SIP/2.0 486 Busy Here\nCall-ID: a\nCSeq: 1 INVITE\n\n`).finalCode).toBe(486);
});
