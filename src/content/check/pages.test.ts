import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { components } from './pages.ts';

it('allows exactly the components that pages get', () => {
  const index = readFileSync('src/components/author/index.ts', 'utf8');
  const given = [...index.matchAll(/^import ([A-Z]\w+) from/gm)].map(([, name]) => name);
  // Headings and links are what Markdown makes, not what authors write.
  const written = given.filter((name) => name !== 'Heading' && name !== 'Link');
  expect(Object.keys(components).sort()).toEqual(written.sort());
});
