/** Every case says what tells it apart from the others, and where its reason comes from. */
import type { Model } from '../model.ts';
import { inBody, type Problem } from './problem.ts';

/** What a reason ends with that rests on nobody's document. */
const fromExperience = /\(from experience\)\s*\.?/;

export function checkTold({ content }: Model): Problem[] {
  const problems: Problem[] = [];
  for (const page of [...content.codes, ...content.ownCases]) {
    for (const { id, sign, line } of page.body.cases)
      if (sign === undefined)
        problems.push(
          inBody(
            page,
            line,
            `case "${id}" has no sign; say in one sentence what is seen that tells it apart`,
          ),
        );
    const lines = (content.texts.get(page.file) ?? '').split('\n');
    const cited = new Set(page.body.citations.map((citation) => citation.line));
    // A reason is one paragraph on one line.
    for (const { name, line } of page.body.elements)
      if (name === 'Why' && !cited.has(line) && !fromExperience.test(lines[line + page.offset - 1] ?? ''))
        problems.push(
          inBody(
            page,
            line,
            '<Why> names no source; cite one with <Src id="…" />, or end it with "(from experience)" where that is what it is',
          ),
        );
  }
  return problems;
}
