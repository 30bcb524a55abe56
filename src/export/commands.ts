/** /commands.json: every task with the command of each product. */
import { z } from 'astro/zod';
import { commandTask, commandTaskOf, head, headOf } from './shapes.ts';
import type { Site } from './site.ts';

export const commandsShape = z
  .object({ ...head, tasks: z.array(commandTask) })
  .describe('What to type for a task, product by product.');

/** commands.json. */
export function commandsExport(site: Site): z.infer<typeof commandsShape> {
  return {
    ...headOf('commands', site),
    tasks: site.model.commands.map((task) => commandTaskOf(site, task)),
  };
}
