import { z } from 'astro/zod';
import { day, fixedId, sentence } from './shared.ts';
import { noteSource, version } from './vendors.ts';

/** Where a command is typed. */
export const typedIn = z.enum([
  'shell',
  'Asterisk CLI',
  'fs_cli',
  'IOS exec',
  'AudioCodes CLI',
  'Oracle ACLI',
  'PowerShell',
  'Command Prompt',
]);

/** Lines as a program prints them. Runs of spaces may be shortened; … stands for what was left out. */
const output = z.string().min(1);

const command = z.strictObject({
  who: fixedId.describe(
    'Vendor id (a file of content/vendors), or linux, windows or macos. A product may stand more than once in a task.',
  ),
  at: typedIn.describe(
    'Where it is typed: shell (of Linux or macOS), Asterisk CLI (asterisk -rvvv), fs_cli, IOS exec, AudioCodes CLI, Oracle ACLI, PowerShell or Command Prompt.',
  ),
  command: z
    .string()
    .min(2)
    .describe(
      'The command, exactly, one a line. What the reader puts in is in capitals: EXTENSION, TRUNK, HOST.',
    ),
  good: output
    .optional()
    .describe(
      'Two to four lines of what it prints when all is well, in the program’s own form, with documentation addresses. Leave out where no source shows the form.',
    ),
  bad: output
    .optional()
    .describe('The same lines when something is wrong. Leave out where no source shows them.'),
  look: sentence.describe('What to look for, and what it means. `Code` is set in backticks.'),
  note: sentence
    .optional()
    .describe('What else one has to know: a module it needs, another name in another version, a caution.'),
  since: version.optional().describe('Version from which the command exists in this form.'),
  until: version.optional().describe('Last version in which it does.'),
  source: noteSource,
  tried: z
    .string()
    .optional()
    .describe(
      'Program and version with which command and output were tried for this reference. Leave out where only the source was read.',
    ),
  checked: day.describe('The day the source was last read.'),
});

/** A task that steps ask for. The file is a list, in the order of the page that shows them all. */
export const commandTaskSchema = z.strictObject({
  id: fixedId,
  title: z
    .string()
    .regex(/^[A-Z].*[^.]$/, 'must start with a capital and have no full stop')
    .describe('What one does, as an order: "List the contacts of a user".'),
  ask: z.array(z.string()).min(1).describe('What people type who want to do it.'),
  commands: z.array(command).min(1).describe('One for each product that has one, the most met first.'),
});
export type CommandTaskData = z.infer<typeof commandTaskSchema>;
