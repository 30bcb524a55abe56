/** What the page makes of what its worker says. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Request, Say } from './messages.ts';
import { Stopped, TraceWorker } from './worker.client.ts';

vi.mock('../../frame/trusted-types.client.ts', () => ({}));

/** Stands for the worker: the test answers in its place. */
class FakeWorker extends EventTarget {
  static last: FakeWorker;
  asked: Request[] = [];
  terminate = vi.fn();

  constructor() {
    super();
    FakeWorker.last = this;
  }

  postMessage(request: Request): void {
    this.asked.push(request);
  }

  say(id: number | undefined, say: Say): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id, say } }));
  }
}

beforeEach(() => void vi.stubGlobal('Worker', FakeWorker));
afterEach(() => void vi.unstubAllGlobals());

function begin() {
  const trace = new TraceWorker();
  const reading = trace.read({ text: '' }, '', () => undefined);
  return { trace, reading, worker: FakeWorker.last };
}

it('an answer belongs to its request, whichever comes first', async () => {
  const { trace, worker } = begin();
  const asked = [trace.responses(0), trace.responses(50)];
  const [, first, second] = worker.asked.map(({ id }) => id);
  worker.say(second, { say: 'responses', responses: [] });
  worker.say(first, { say: 'failed', message: 'no' });
  await expect(asked[0]).rejects.toThrow('no');
  await expect(asked[1]).resolves.toEqual([]);
});

it('a worker that cannot be fetched is not called a trace that is too large', async () => {
  const { reading, worker } = begin();
  worker.dispatchEvent(new Event('error'));
  await expect(reading).rejects.toThrow(/could not be loaded/);
});

it('a worker that broke off is', async () => {
  const { reading, worker } = begin();
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  await expect(reading).rejects.toThrow(/too large/);
});

it('ending it tells all who wait', async () => {
  const { trace, reading } = begin();
  const responses = trace.responses(0);
  trace.stop();
  await expect(reading).rejects.toBeInstanceOf(Stopped);
  await expect(responses).rejects.toBeInstanceOf(Stopped);
});
