/** One trace and the worker that holds it. */
import '../../frame/trusted-types.client.ts';
import type { Ask, Overview, Say, ShownCall, ShownResponse, Source } from './messages.ts';

/** The worker was ended before it answered. */
export class Stopped extends Error {}

export class TraceWorker {
  #worker: Worker | undefined;
  #stop: (() => void) | undefined;

  /**
   * Reads a trace; whatever was read before is forgotten.
   * @param facts address of the content file.
   * @param own the reader's own system, where he has named it.
   */
  async read(
    source: Source,
    facts: string,
    onProgress: (part: number, messages: number) => void,
    own: string | null = null,
  ) {
    this.stop();
    this.#worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
    return (await this.#ask({ do: 'read', source, facts, own }, 'overview', onProgress)).overview;
  }

  async mask(on: boolean, onProgress: (part: number, messages: number) => void): Promise<Overview> {
    return (await this.#ask({ do: 'mask', on }, 'overview', onProgress)).overview;
  }

  async own(own: string | null): Promise<Overview> {
    return (await this.#ask({ do: 'own', own }, 'overview')).overview;
  }

  async call(call: number, transaction: number | null = null): Promise<ShownCall> {
    return (await this.#ask({ do: 'call', call, transaction }, 'call')).shown;
  }

  async responses(from: number): Promise<ShownResponse[]> {
    return (await this.#ask({ do: 'responses', from }, 'responses')).responses;
  }

  async text(): Promise<Blob> {
    return (await this.#ask({ do: 'text' }, 'text')).text;
  }

  /** Ends the reading and forgets the trace. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#stop?.();
  }

  #ask<Kind extends Say['say']>(
    ask: Ask,
    wanted: Kind,
    onProgress?: (part: number, messages: number) => void,
  ): Promise<Extract<Say, { say: Kind }>> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      if (!worker) return reject(new Stopped());
      const done = () => {
        worker.removeEventListener('message', hear);
        worker.removeEventListener('error', fail);
      };
      const fail = () => {
        done();
        reject(new Error('The decoder stopped: the trace may be too large for this browser.'));
      };
      const hear = ({ data }: MessageEvent<Say>) => {
        if (data.say === 'progress') return onProgress?.(data.part, data.messages);
        if (data.say === 'failed') {
          done();
          reject(new Error(data.message));
        } else if (data.say === wanted) {
          done();
          resolve(data as Extract<Say, { say: Kind }>);
        }
      };
      this.#stop = () => {
        done();
        reject(new Stopped());
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', fail);
      worker.postMessage(ask);
    });
  }
}
