/**
 * `npm run new`: writes what an author begins with, each gap marked TODO, and never writes over anything.
 *
 *     npm run new                                  what it can make
 *     npm run new -- case 403 your-case "Title"    makes it; what is left out is a gap
 *     npm run new -- vendor acme --own             in content/own/
 *
 * `npm run check:content` then names the gaps, with file and line, until none is left.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { orRefuse, readArguments, Refused } from '../arguments.ts';
import { type Kind, kinds } from './kinds.ts';

const list = () =>
  [
    'npm run new -- <what> <arguments>     what is in brackets may be left out',
    ...kinds.map(({ name, takes, what }) => `\n  ${name} ${takes}\n      ${what}`),
    '\n  --own     in content/own/, as what a copy of the site has of its own',
  ].join('\n');

/** What is refused of one kind is said with how that kind is made. */
function withUsage<T>(kind: Kind, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(
      `${error.message}\n\nnpm run new -- ${kind.name} ${kind.takes}     what is in brackets may be left out\n    ${kind.what}`,
    );
  }
}

function main() {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: { own: { type: 'boolean', default: false }, root: { type: 'string', default: process.cwd() } },
    },
    list(),
  );
  const [name, ...given] = positionals;
  if (name === undefined) {
    console.log(list());
    return;
  }
  const kind = kinds.find((one) => one.name === name);
  if (!kind)
    throw new Refused(
      `"${name}" is nothing that can be made here: ${kinds.map((one) => one.name).join(', ')}`,
    );
  const most = kind.takes.match(/\["[^"]*"\]|\S+/g)?.length ?? 0;
  const today = new Date().toISOString().slice(0, 10);
  const changes = withUsage(kind, () => {
    if (given.length > most)
      throw new Refused(`"${given[most]}" is one too many; put a text of several words in quotes`);
    return kind.make(given, { root: values.root, own: values.own, today });
  });
  for (const { file, text, line } of changes) {
    const path = join(values.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`${file}:${line}`);
  }
  // Whole paths: "17" would name half of the examples too.
  const files = changes.map(({ file }) => file).join(' ');
  console.log(`Fill what is marked TODO; npm run check:content ${files} names what is left.`);
}

orRefuse(main);
