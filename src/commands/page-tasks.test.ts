import { expect, it } from 'vitest';
import { tasksOf } from './page-tasks.ts';

const how = (task: string) => ({ name: 'How', attributes: { task }, line: 1 });

it('a task that several steps ask for is there once, in the order of the page', () =>
  expect(
    tasksOf({ elements: [how('trace'), how('contacts'), how('trace')] } as never, [
      { id: 'contacts' },
      { id: 'calls' },
      { id: 'trace' },
    ]),
  ).toEqual([{ id: 'trace' }, { id: 'contacts' }]));
