/** The command line of what authors run: a wrong word gets a sentence and the usage, never a trace of the program. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What the author can put right: an argument, or a file. */
export class Refused extends Error {}

/** What is wrong, by the code of Node’s error. */
const faults: Record<string, (option: string) => string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (option) => `${option} is no option here; take it out`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (option) =>
    `${option} has no value where it takes one, or one where it takes none`,
};

/**
 * Options and words of the command line.
 * @throws Refused with the usage, if there is an option that is none, or one without its value.
 */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    const fault = faults[code];
    if (!fault) throw error;
    // Node names the option in quotes, and first: "Option '--root <value>' argument missing".
    const [, option = 'an option'] = /'(?:-\w, )?(--?[\w-]+)/.exec(message) ?? [];
    throw new Refused(`${fault(option)}\n\n${usage}`);
  }
}

/** Runs a command; what is refused is said, and the command fails. */
export function orRefuse(command: () => void): void {
  try {
    command();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
