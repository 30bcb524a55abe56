/** Reads what was pasted or dropped: text of any kind, or a capture, in pieces. Runs in the worker, and in Node for its test. */
import { captureText } from '../pcap/capture-text.ts';
import { captureKind, CaptureReader, type CaptureMessage } from '../pcap/index.ts';
import { decodeStream, piecesOf } from '../stream.ts';
import type { DecodedTrace } from '../types.ts';
import type { Source } from './messages.ts';

/** Bytes of text that are read at most: what a browser's memory takes. */
const mostText = 256 * 1024 * 1024;

export interface Read {
  trace: DecodedTrace;
  /** The text in which line numbers count; a capture is written as one. */
  text: Blob;
  /** What the reader could not read of a capture, one sentence each. */
  notes: string[];
}

/** @param part how much is read, from 0 to 1. */
export type OnProgress = (progress: { part: number; messages: number }) => void;

/** Tells by the first bytes what a file is, whatever its name. */
export async function readSource(source: Source, onProgress: OnProgress): Promise<Read> {
  if ('text' in source) return readText(new Blob([source.text]), onProgress);
  const { file } = source;
  const kind = captureKind(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  if (kind === null) return readText(file, onProgress);
  const capture = await readCaptureFile(file, onProgress);
  if (capture) return capture;
  return readText(await unpacked(file), onProgress);
}

async function readText(text: Blob, onProgress: OnProgress): Promise<Read> {
  const cutText = text.size > mostText ? text.slice(0, mostText) : text;
  const trace = await decodeStream(piecesOfBlob(cutText), {
    onProgress: ({ characters, messages }) => onProgress({ part: characters / cutText.size, messages }),
  });
  const notes =
    cutText === text ? [] : [`Only the first ${mostText / 1024 / 1024} MB of this text were read.`];
  return { trace, text: cutText, notes };
}

/** Text in pieces. Windows saves some logs as UTF-16; their first two bytes say so. */
async function* piecesOfBlob(blob: Blob): AsyncGenerator<string> {
  const [a, b] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(label);
  const reader = blob.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read())
    yield decoder.decode(next.value, { stream: true });
  yield decoder.decode();
}

/** Null where a gzip file holds no capture: it is a packed text then. */
async function readCaptureFile(file: File, onProgress: OnProgress): Promise<Read | null> {
  const reader = new CaptureReader();
  const messages: CaptureMessage[] = [];
  const bytes = file.stream().getReader();
  for (let next = await bytes.read(); !next.done && !reader.done; next = await bytes.read()) {
    for (const message of reader.push(next.value)) messages.push(message);
    onProgress({ part: (reader.status().bytes / file.size) * 0.5, messages: messages.length });
  }
  for (const message of reader.end()) messages.push(message);
  const { format, compressed, problems } = reader.status();
  if (format === null && compressed && problems.some(({ kind }) => kind === 'other-file')) return null;
  messages.sort((a, b) => a.frame - b.frame);
  const { text } = captureText(messages);
  const trace = await decodeStream(piecesOf(text), {
    onProgress: ({ characters }) =>
      onProgress({ part: 0.5 + (characters / text.length) * 0.5, messages: messages.length }),
  });
  // The text is ours; the reader gave a capture.
  if (format && messages.length > 0) trace.formats = [format];
  return { trace, text: new Blob([text]), notes: problems.map(({ message }) => message) };
}

/** A text that was packed with gzip. Unpacking stops at the size that is read at most. */
async function unpacked(file: File): Promise<Blob> {
  const parts: BlobPart[] = [];
  let size = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let next = await reader.read(); !next.done && size <= mostText; next = await reader.read()) {
    parts.push(new Uint8Array(next.value));
    size += next.value.length;
  }
  await reader.cancel();
  return new Blob(parts);
}
