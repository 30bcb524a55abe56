/** The second trace: one of a call that works, compared with the call on the page. */
import { element } from '../../frame/element.client.ts';
import { drawComparison } from './compare-part.client.ts';
import { Input } from './input.client.ts';
import type { ShownCall } from './messages.ts';
import { busiestHop } from './one-hop.ts';
import { Stopped, TraceWorker } from './worker.client.ts';

/**
 * @param section holds the field of the second trace and the result.
 * @param facts address of the content file.
 * @param bad the call on the page.
 * @returns to be called when the reader chooses another call.
 */
export function compareWith(
  section: HTMLElement,
  facts: string,
  bad: () => ShownCall | undefined,
): () => void {
  const worker = new TraceWorker();
  const result = section.querySelector<HTMLElement>('[data-comparison]')!;
  let good: ShownCall | undefined;

  async function show(): Promise<void> {
    const call = bad();
    if (!good || !call) return result.replaceChildren();
    const { compareCalls } = await import('../compare.ts');
    const [a, b] = [busiestHop(good), busiestHop(call)];
    result.replaceChildren(
      element(
        'p',
        { className: 'text-sm text-soft' },
        `Compared: ${good.call.title} (${good.call.code ?? 'no final response'}) with ${call.call.title} (${call.call.code ?? 'no final response'}).`,
      ),
      ...drawComparison(compareCalls(a, b), a, b),
    );
  }

  new Input(section.querySelector('form')!, (source) => {
    worker.stop();
    good = undefined;
    if (!source) return void show();
    result.replaceChildren(element('p', {}, 'Reading …'));
    worker
      .read(source, facts, () => undefined)
      .then(async ({ summary, messages }) => {
        if (messages === 0) throw new Error('No SIP message was found in the second trace.');
        good = await worker.call(summary.call ?? 0);
        await show();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Stopped))
          result.replaceChildren(element('p', {}, error instanceof Error ? error.message : String(error)));
      });
  });
  return () => void show();
}
