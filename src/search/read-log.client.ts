/** Reads a pasted log, in the decoder's worker: the page stays usable. Both are fetched when somebody pastes one. */
import { loadFinder, loadPrinted, loadSymptoms } from './engine.client.ts';
import type { Answer } from './answer.ts';
import { readPart } from './box-content.ts';
import { answersOfLog } from './log.ts';

/** What the beginning of a log comes to, the outcome first. Without the symptoms, codes and causes are found all the same. */
export async function readLog(log: string): Promise<Answer[]> {
  const text = readPart(log);
  const [trace, finder] = await Promise.all([
    import('../decode/page/worker.client.ts').then(({ TraceWorker }) => new TraceWorker().decode(text)),
    loadFinder(),
    loadSymptoms()
      .then(loadPrinted)
      .catch(() => undefined),
  ]);
  return answersOfLog(text, trace, finder);
}
