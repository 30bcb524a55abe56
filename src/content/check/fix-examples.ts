/** Writes the right Content-Length and digest response into every example. Run with `npm run fix:examples`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readContent } from '../read.ts';
import { EXAMPLE_PASSWORD, responseFor } from '../../sip/digest.ts';
import { splitMessage, wireLength } from '../../sip/message.ts';

for (const { file, message } of readContent(process.cwd()).examples) {
  const sip = splitMessage(message);
  let text = message.replace(/\r\n/g, '\n');
  text = text.replace(/^(Content-Length|l):.*$/im, `$1: ${wireLength(sip.body)}`);
  text = text.replace(/^((?:Proxy-)?Authorization): (Digest .*)$/gim, (_, name: string, value: string) => {
    const response = responseFor(value, sip.method ?? '', EXAMPLE_PASSWORD);
    return `${name}: ${value.replace(/response="[^"]*"/, `response="${response}"`)}`;
  });
  if (text !== readFileSync(file, 'utf8')) {
    writeFileSync(file, text);
    console.log(`corrected ${file}`);
  }
}
