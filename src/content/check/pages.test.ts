import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { components } from './pages.ts';

it('allows exactly the components that pages get', () => {
  const index = readFileSync('src/components/author/index.ts', 'utf8');
  const given = [...index.matchAll(/^import ([A-Z]\w+) from/gm)].map(([, name]) => name);
  // Lower-case keys are what Markdown makes (a, h2, pre), not what authors write.
  const made = [...index.matchAll(/^ {2}[a-z]\w*: ([A-Z]\w+)/gm)].map(([, name]) => name);
  const written = given.filter((name) => !made.includes(name));
  expect(Object.keys(components).sort()).toEqual(written.sort());
});
