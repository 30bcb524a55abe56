/** One trace and the worker that holds it. */
import '../../frame/trusted-types.client.ts';
import type { DecodedTrace } from '../types.ts';
import type { Ask, Overview, Reply, Request, Say, ShownCall, ShownResponse, Source } from './messages.ts';

/** The worker was ended before it answered. */
export class Stopped extends Error {}

type OnProgress = (part: number, messages: number) => void;

/** Who waits for an answer. */
interface Waiting {
  resolve(say: Say): void;
  reject(error: Error): void;
  onProgress: OnProgress | undefined;
}

/**
 * A fault in a script comes with a message; a script that could not be fetched comes with none.
 */
const faultOf = ({ message }: Partial<ErrorEvent>) =>
  new Error(
    message
      ? 'The decoder stopped: the trace may be too large for this browser.'
      : 'The decoder could not be loaded: the network may be gone. The trace is still here; try again once there is one.',
  );

export class TraceWorker {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /**
   * Reads a trace; whatever was read before is forgotten.
   * @param facts address of the content file.
   * @param own the reader's own system, where he has named it.
   */
  async read(
    source: Source,
    facts: string,
    onProgress: OnProgress,
    own: string | null = null,
  ): Promise<Overview> {
    this.#start();
    return (await this.#ask<'overview'>({ do: 'read', source, facts, own }, onProgress)).overview;
  }

  /** Decodes a text that is short enough to be handed back as a whole. Nothing of it is kept. */
  async decode(text: string): Promise<DecodedTrace> {
    this.#start();
    try {
      return (await this.#ask<'decoded'>({ do: 'decode', text })).trace;
    } finally {
      this.stop();
    }
  }

  async mask(on: boolean, onProgress: OnProgress): Promise<Overview> {
    return (await this.#ask<'overview'>({ do: 'mask', on }, onProgress)).overview;
  }

  async own(own: string | null): Promise<Overview> {
    return (await this.#ask<'overview'>({ do: 'own', own })).overview;
  }

  async call(call: number, transaction: number | null = null): Promise<ShownCall> {
    return (await this.#ask<'call'>({ do: 'call', call, transaction })).shown;
  }

  async responses(from: number): Promise<ShownResponse[]> {
    return (await this.#ask<'responses'>({ do: 'responses', from })).responses;
  }

  async text(): Promise<Blob> {
    return (await this.#ask<'text'>({ do: 'text' })).text;
  }

  /** Ends the reading and forgets the trace. */
  stop(): void {
    this.#end(new Stopped());
  }

  #start(): void {
    this.stop();
    this.#worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
    this.#worker.addEventListener('error', (event) => this.#end(faultOf(event)));
  }

  #end(why: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(why);
  }

  #hear({ id, say }: Reply): void {
    const waiting = this.#waiting.get(id);
    if (say.say === 'progress') return waiting?.onProgress?.(say.part, say.messages);
    this.#waiting.delete(id);
    if (say.say === 'failed') waiting?.reject(new Error(say.message));
    else waiting?.resolve(say);
  }

  /** Asks; the answer to a request is the one of its number. */
  #ask<Kind extends Say['say']>(ask: Ask, onProgress?: OnProgress): Promise<Extract<Say, { say: Kind }>> {
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new Stopped());
      const id = (this.#last += 1);
      this.#waiting.set(id, {
        resolve: (say) => resolve(say as Extract<Say, { say: Kind }>),
        reject,
        onProgress,
      });
      this.#worker.postMessage({ id, ask } satisfies Request);
    });
  }
}
