/** Check 5: no unfinished text, no foreign addresses in prose, no filler. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, Problem } from '../read.ts';
import { undocumented } from './examples.ts';

const forbidden: [RegExp, string][] = [
  [/\bTODO\b|\bFIXME\b|\bDRAFT\b/, 'is unfinished; write the missing text'],
  [
    /\bseeds? (document )?\d{3}\b|\bseed (document|list)s?\b/i,
    'names a source by a working name; use its title or key from sources.yaml',
  ],
  [
    /\b(simply|obviously|basically|seamless(ly)?|leverage|robust|delve|crucial|please note)\b/i,
    'uses a filler word; leave it out',
  ],
  [
    /\b(color|behavior|unrecognized|recognize|authorize[sd]? the|center)\b/,
    'is American spelling in prose; British in this reference (quoted protocol text goes into `code`)',
  ],
];

export function checkWords(content: Content): Problem[] {
  const problems: Problem[] = [];
  for (const page of [...content.codes, ...content.guides]) {
    const text = readFileSync(join(content.root, page.file), 'utf8');
    text.split('\n').forEach((line, at) => {
      const prose = line.replace(/`[^`]*`/g, '').replace(/phrase: .*|words[:=].*|https?:\S+/g, '');
      for (const [pattern, why] of forbidden) {
        const hit = pattern.exec(prose);
        if (hit) problems.push({ file: page.file, key: `line ${at + 1}`, message: `"${hit[0]}" ${why}` });
      }
      for (const what of undocumented(line.replace(/https?:\S+/g, '')))
        problems.push({
          file: page.file,
          key: `line ${at + 1}`,
          message: `uses ${what}, which is not reserved for documentation`,
        });
    });
  }
  return problems;
}
