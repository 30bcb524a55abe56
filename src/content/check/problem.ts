/** What the content check reports. */
import { problemLine } from '../model.ts';
import { type Entry, isOwn, type Page, type Path, type ReadProblem } from '../read.ts';

export interface Place {
  /** Path from the project's root. */
  file: string;
  /** Line of the file, from 1. */
  line?: number | undefined;
}

export interface Problem extends ReadProblem {
  /** The other places the problem is about, such as the second page of a pair. */
  also?: Place[];
  /** It is said, and fails nothing. */
  warning?: true;
  /**
   * What other checks steer by. `name`: an id or title is used twice or has no form, or what is named has no page; that
   * its addresses are gone is an echo. `gap`: a text is unfinished.
   */
  kind?: 'name' | 'gap';
}

/** A problem with a name, of which others may be echoes. */
export const ofName = (problem: Problem): Problem => ({ ...problem, kind: 'name' });

/** Problems that a copy may leave in what it adds: our standard for a page is not its own. */
export const warnsOfOwn = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) =>
    [problem, ...(problem.also ?? [])].some(({ file }) => isOwn(file))
      ? { ...problem, warning: true }
      : problem,
  );

/** A problem at a value of an entry; `path` leads to it. */
export function at(entry: Entry, path: Path, message: string, also: Place[] = []): Problem {
  const keys = path.map(String).join('.');
  // Entries of a table share a file, so the key begins with the entry's id.
  const own =
    /^content\/(own\/)?[\w-]+\.yaml$/.test(entry.file) && !entry.file.endsWith(`/${entry.id}.yaml`)
      ? entry.id
      : '';
  const key = [own, keys].filter(Boolean).join('.') || 'the file';
  return { file: entry.file, line: entry.lineOf(path), key, message, ...(also.length ? { also } : {}) };
}

/** A problem in the text of a page. @param line line of the body. */
export function inBody(page: Page, line: number, message: string, also: Place[] = []): Problem {
  return {
    file: page.file,
    line: line + page.offset,
    key: `line ${line + page.offset}`,
    message,
    ...(also.length ? { also } : {}),
  };
}

/**
 * Problems in the order of files and lines.
 * @param checks what each check found. Of a value the first check that speaks counts: what others say is its echo.
 */
export function inOrder(checks: readonly (readonly Problem[])[]): Problem[] {
  const kept: Problem[] = [];
  const spoken = new Set<string>();
  for (const problems of checks) {
    const fresh = problems.filter(
      ({ file, line, key }) => key === `line ${line}` || key === 'the file' || !spoken.has(`${file} ${key}`),
    );
    for (const { file, key } of fresh) spoken.add(`${file} ${key}`);
    kept.push(...fresh);
  }
  const once = new Map(kept.map((problem) => [problemLine(problem), problem]));
  return [...once.values()].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en', { numeric: true }) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      a.message.localeCompare(b.message),
  );
}

/** What a word of the command line stands for in a path: a cause is called q850-17 elsewhere, and lies in q850/17.mdx. */
const inPath = (word: string, file: string): boolean =>
  file.includes(word) || (/^q850-\d{1,3}$/.test(word) && file.includes(`${word.replace('-', '/')}.mdx`));

/** Files whose path contains one of the words; all of them where there are no words. */
export const filesAbout = (files: readonly string[], words: readonly string[]): string[] =>
  files.filter((file) => !words.length || words.some((word) => inPath(word, file)));

/** Words that no path contains: with them nothing would be found, whatever is wrong. */
export const wordsOfNoFile = (files: readonly string[], words: readonly string[]): string[] =>
  words.filter((word) => !files.some((file) => inPath(word, file)));

/** Problems that concern a file whose path contains one of the words; all of them where there are no words. */
export const about = (problems: readonly Problem[], words: readonly string[]): Problem[] =>
  problems.filter(
    ({ file, also = [] }) => filesAbout([file, ...also.map((place) => place.file)], words).length > 0,
  );
