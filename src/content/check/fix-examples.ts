/** Writes the right Content-Length and digest response into every example. Run with `npm run fix:examples`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orRefuse, Refused } from '../arguments.ts';
import { type Example, readContent } from '../read.ts';
import { EXAMPLE_PASSWORD, responseFor } from '../../sip/digest.ts';
import { splitMessage, wireLength } from '../../sip/message.ts';

/**
 * The text of an example as it has to be, with LF line ends.
 * @throws Refused with the file, if it asks for a digest that cannot be computed.
 */
export function fixed({ file, message }: Pick<Example, 'file' | 'message'>): string {
  const sip = splitMessage(message);
  const respond = (value: string) => {
    try {
      return responseFor(value, sip.method ?? '', EXAMPLE_PASSWORD);
    } catch (error) {
      throw new Refused(`${file}: ${(error as Error).message}`);
    }
  };
  return message
    .replace(/\r\n/g, '\n')
    .replace(/^(Content-Length|l):.*$/im, `$1: ${wireLength(sip.body)}`)
    .replace(
      /^((?:Proxy-)?Authorization): (Digest .*)$/gim,
      (_, name: string, value: string) =>
        `${name}: ${value.replace(/response="[^"]*"/, `response="${respond(value)}"`)}`,
    );
}

if (import.meta.main)
  orRefuse(() => {
    const root = process.cwd();
    const { examples, texts } = readContent(root);
    for (const example of examples) {
      const text = fixed(example);
      if (text === texts.get(example.file)) continue;
      writeFileSync(join(root, example.file), text);
      console.log(`corrected ${example.file}`);
    }
  });
