/** Reads a pasted log; the decoder is fetched when somebody pastes one. */
import { loadFinder, loadPrinted, loadSymptoms } from './engine.client.ts';
import type { Answer } from './answer.ts';
import { answersOfLog } from './log.ts';

/** What a log comes to, the outcome first. Without the symptoms, codes and causes are found all the same. */
export async function readLog(log: string): Promise<Answer[]> {
  const [{ decodeTrace }, finder] = await Promise.all([
    import('../decode/index.ts'),
    loadFinder(),
    loadSymptoms()
      .then(loadPrinted)
      .catch(() => undefined),
  ]);
  return answersOfLog(log, decodeTrace(log), finder);
}
