import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSource } from './read-source.ts';

const message = 'SIP/2.0 486 Busy Here\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n\r\n';
const read = async (bytes: BlobPart, name = 'trace.log') =>
  (await readSource({ file: new File([bytes], name) }, () => undefined)).trace.responses.map(
    ({ code }) => code,
  );

test('reads a text file', async () => {
  expect(await read(message)).toEqual([486]);
});

test('reads text in UTF-16, as Windows saves it', async () => {
  expect(await read(new Uint8Array(Buffer.from(`\ufeff${message}`, 'utf16le')))).toEqual([486]);
});

test('reads a log that was packed with gzip', async () => {
  expect(await read(new Uint8Array(gzipSync(message)), 'trace.log.gz')).toEqual([486]);
});

test('says what it could not read of a capture', async () => {
  const pcap = new Uint8Array(40);
  pcap.set([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0]);
  const { notes } = await readSource({ file: new File([pcap], 'cut.pcap') }, () => undefined);
  expect(notes.join(' ')).not.toBe('');
});
