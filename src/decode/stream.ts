/** Decoding in pieces: for a worker that shows progress and can be stopped. */
import { evaluate } from './decode.ts';
import { TraceReader } from './reader.ts';
import type { DecodedTrace, DecodeOptions } from './types.ts';

export interface StreamOptions extends DecodeOptions {
  /** Stops the reading: `decodeStream` then throws the signal's reason. */
  signal?: AbortSignal;
  /** Called now and then with the characters read and the messages found so far. */
  onProgress?: (progress: { characters: number; messages: number }) => void;
}

/** Characters read between two reports. */
const step = 256 * 1024;

/**
 * Decodes a trace that comes in pieces: a file read as text, or a long paste cut up.
 * Gives way to other tasks after each step, so that a message to stop can be heard.
 */
export async function decodeStream(
  pieces: AsyncIterable<string> | Iterable<string>,
  { signal, onProgress, own = [] }: StreamOptions = {},
): Promise<DecodedTrace> {
  const reader = new TraceReader();
  let characters = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += step) {
      signal?.throwIfAborted();
      const part = piece.length <= step ? piece : piece.slice(at, at + step);
      reader.push(part);
      characters += part.length;
      onProgress?.({ characters, messages: reader.messages });
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  signal?.throwIfAborted();
  return evaluate(reader.end(), { own });
}

/** Cuts a text into pieces for `decodeStream`. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += step) yield text.slice(at, at + step);
}
