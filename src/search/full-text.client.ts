/** The worker that full text runs in, as seen from the page. */
import '../frame/trusted-types.client.ts';
import type { Ask, Reply, Shown } from './full-text-messages.ts';

export class FullTextWorker {
  readonly #worker = new Worker(new URL('./full-text.worker.ts', import.meta.url), { type: 'module' });
  readonly #broken: Promise<never>;

  constructor() {
    this.#broken = new Promise((_, reject) =>
      this.#worker.addEventListener('error', () => reject(new Error('full text: its worker does not run'))),
    );
    this.#broken.catch(() => undefined);
  }

  /** @param program whole address of Pagefind’s program. */
  async load(program: string): Promise<void> {
    await this.#ask({ do: 'load', program });
  }

  /**
   * @param tag changes with the content, so that files of the same name are not taken from an old build.
   * @returns ids of what was found, best first.
   */
  async search(query: string, tag: string): Promise<string[]> {
    return (await this.#ask({ do: 'search', query, tag })) as string[];
  }

  /** @throws where a newer query has been asked since. */
  async show(id: string): Promise<Shown> {
    return (await this.#ask({ do: 'show', id })) as Shown;
  }

  stop(): void {
    this.#worker.terminate();
  }

  #ask(ask: Ask): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve, reject) => {
      port1.onmessage = ({ data }: MessageEvent<Reply>) => {
        port1.close();
        if ('error' in data) reject(new Error(data.error));
        else resolve(data.value);
      };
    });
    this.#worker.postMessage(ask, [port2]);
    return Promise.race([answer, this.#broken]);
  }
}
