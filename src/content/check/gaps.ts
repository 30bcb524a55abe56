/**
 * Gaps: what `npm run new` leaves to be written, and what an author marks so (TODO). Each is named with its line until
 * none is left, wherever it stands: in a comment, among the words of a case, in a quotation.
 */
import type { Content } from '../read.ts';
import type { Problem } from './problem.ts';

const gap = /\b(?:TODO|FIXME)\b[^"`<>(){}[\]|]{0,90}/;

/** What a text has unfinished, with what the gap says is to be written. */
export const unfinished = (text: string): (Pick<Problem, 'message'> & { kind: 'gap' }) | undefined => {
  const [hit] = gap.exec(text) ?? /\b(?:TBD|TBC|XXX|DRAFT|WIP)\b|\b[Ll]orem ipsum\b|\?\?\?/.exec(text) ?? [];
  return hit
    ? { message: `has "${hit.trim()}", which is unfinished; write the missing text`, kind: 'gap' }
    : undefined;
};

const indent = (line: string) => line.search(/\S|$/);

/** The line, from 1, of the key that the text of a line belongs to, where that stands above it. */
function keyAbove(lines: readonly string[], line: number): number {
  const own = indent(lines[line - 1] ?? '');
  let above = line - 1;
  while (above > 0 && indent(lines[above - 1] ?? '') >= own) above -= 1;
  return above;
}

/** The last line of a file that is YAML: of a page, its front matter. */
const yamlOf = (file: string, lines: readonly string[]): number =>
  file.endsWith('.mdx') ? lines.indexOf('---', 1) : file.endsWith('.yaml') ? lines.length : 0;

/**
 * The problems of other checks, and the gaps on lines of which they say nothing.
 * @param said in order. What they say of a gap’s text elsewhere ("TODO is no sign") is an echo of the gap, and left out.
 */
export function withGaps({ texts }: Content, said: readonly Problem[]): Problem[] {
  const isGap = ({ kind }: Problem) => kind === 'gap';
  /** It quotes a value that is a gap. */
  const echo = (problem: Problem) => /"[^"]*\bTODO\b/.test(problem.message) && !isGap(problem);
  const problems = said
    .filter((problem) => !echo(problem))
    // A copy may write as it likes, but not leave gaps.
    .map(({ warning, ...problem }) => (warning && !isGap(problem) ? { ...problem, warning } : problem));
  const spoken = new Set(problems.map(({ file, line }) => `${file}:${line}`));
  for (const [file, text] of texts) {
    const lines = text.split('\n');
    lines.forEach((content, place) => {
      const line = place + 1;
      const open = gap.test(content) ? unfinished(content) : undefined;
      if (!open || spoken.has(`${file}:${line}`)) return;
      if (line <= yamlOf(file, lines) && spoken.has(`${file}:${keyAbove(lines, line)}`)) return;
      problems.push({ file, line, key: `line ${line}`, ...open });
    });
  }
  return problems;
}
