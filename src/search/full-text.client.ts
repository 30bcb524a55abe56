/** The worker that full text runs in, as seen from the page. */
import '../frame/trusted-types.client.ts';
import type { Ask, Found, Reply, Shown } from './full-text-messages.ts';

export class FullTextWorker {
  readonly #worker = new Worker(new URL('./full-text.worker.ts', import.meta.url), { type: 'module' });
  readonly #loaded: Promise<unknown>;
  /** Who waits for an answer. */
  readonly #waiting = new Set<(error: unknown) => void>();
  #fault: unknown;

  /** @param program whole address of Pagefind’s program. */
  constructor(program: string) {
    this.#worker.addEventListener('error', () => this.#stop(new Error('full text: its worker does not run')));
    this.#loaded = this.#ask({ do: 'load', program });
    this.#loaded.catch((error: unknown) => this.#stop(error));
  }

  /** False after a failure: Pagefind does not begin a second time, so that it takes another worker to try again. */
  get runs(): boolean {
    return this.#fault === undefined;
  }

  /** @param tag changes with the content, so that files of the same name are not taken from an old build. */
  async search(query: string, tag: string): Promise<Found> {
    try {
      await this.#loaded;
      return (await this.#ask({ do: 'search', query, tag })) as Found;
    } catch (error) {
      this.#stop(error);
      throw error;
    }
  }

  /** @throws where a newer query has been asked since, or the page cannot be fetched. */
  async show(id: string): Promise<Shown> {
    return (await this.#ask({ do: 'show', id })) as Shown;
  }

  #stop(fault: unknown): void {
    this.#fault ??= fault;
    this.#worker.terminate();
    for (const reject of this.#waiting) reject(fault);
  }

  async #ask(ask: Ask): Promise<unknown> {
    if (!this.runs) throw this.#fault;
    const { port1, port2 } = new MessageChannel();
    let giveUp: (error: unknown) => void = () => undefined;
    try {
      return await new Promise((resolve, reject) => {
        giveUp = reject;
        this.#waiting.add(giveUp);
        port1.onmessage = ({ data }: MessageEvent<Reply>) => {
          if ('error' in data) reject(new Error(data.error));
          else resolve(data.value);
        };
        this.#worker.postMessage(ask, [port2]);
      });
    } finally {
      this.#waiting.delete(giveUp);
      port1.close();
    }
  }
}
