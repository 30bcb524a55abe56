/** Which tasks the steps of a page ask for. */
import type { PageBody } from '../content/page-body.ts';

/** Tasks of every `<How task>` of a page, each once, in the order in which the page asks for them. */
export function tasksOf<T extends { id: string }>(
  body: Pick<PageBody, 'elements'>,
  tasks: readonly T[],
): T[] {
  const asked = new Set(
    body.elements.filter(({ name }) => name === 'How').map(({ attributes }) => attributes['task']),
  );
  return [...asked].flatMap((id) => tasks.filter((task) => task.id === id));
}
