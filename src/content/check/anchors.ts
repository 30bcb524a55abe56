/**
 * Do the cited lines of public code still say what the content rests on? Given a folder of repository checkouts (or
 * bare git directories), every source with repository, path, commit and line is opened at its commit, and looked for
 * again at the newest commit, so that a maintainer sees what to read again.
 *
 *     npm run check:sources -- ~/checkouts
 *
 * A repository owner/name is found as owner/name, owner+name, owner+name/repo, name or name.git below the folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, readModel } from '../model.ts';

/** A passage of public code that the content cites. */
export interface Passage {
  /** Where the content cites it: a note's id, or file and row. */
  by: string;
  repo: string;
  path: string;
  commit: string;
  line?: number | undefined;
  anchor?: string | undefined;
}

export type Verdict =
  'held' | 'no anchor' | 'other line' | 'not there' | 'no repository' | 'no commit' | 'no file';

/** What the newest commit says of an anchor that held at its own commit. */
export type Now = 'same line' | 'moved' | 'gone' | 'file gone';

export interface Finding {
  passage: Passage;
  verdict: Verdict;
  /** Line on which the anchor stands at the cited commit, where it is another. */
  at?: number;
  now?: Now;
  /** Line on which it stands at the newest commit, where it moved. */
  nowAt?: number;
}

/** Every passage of public code that notes, commands and mapping tables cite. */
export function passagesOf(model: Model): Passage[] {
  const notes = model.vendors.flatMap(({ data }) =>
    data.notes.flatMap(({ id, source }) => ('repo' in source ? [{ by: id, ...source }] : [])),
  );
  const rows = model.tables.flatMap(({ id, data: { file, direction, rows } }) =>
    file
      ? rows.flatMap(({ line, name, code, cause, default: rest }, at) => {
          // The line of a row is that of the value it starts from; the line of a default is that of the value it gives.
          const given = direction === 'sip-to-q850' ? (name ?? String(cause)) : String(code);
          const start = direction === 'sip-to-q850' ? String(code) : (name ?? String(cause));
          const anchor = rest ? given : start;
          return line ? [{ by: `mappings/${id} rows.${at}`, ...file, line, anchor }] : [];
        })
      : [],
  );
  const commands = model.commands.flatMap(({ id, commands }) =>
    commands.flatMap(({ who, source }) =>
      'repo' in source ? [{ by: `commands ${id}, ${who}`, ...source }] : [],
    ),
  );
  return [...notes, ...commands, ...rows];
}

/** Number of the line nearest to `near` on which the anchor stands, or undefined. */
function lineOf(text: string, anchor: string, near: number): number | undefined {
  let best: number | undefined;
  text.split('\n').forEach((line, at) => {
    if (line.includes(anchor) && (best === undefined || Math.abs(at + 1 - near) < Math.abs(best - near)))
      best = at + 1;
  });
  return best;
}

/**
 * Compares one passage with the file at its commit and at the newest commit.
 * @param then the file at the cited commit, undefined where it is not there.
 * @param now the file at the newest commit, likewise.
 */
export function compare(passage: Passage, then: string | undefined, now: string | undefined): Finding {
  const { anchor, line = 1 } = passage;
  if (then === undefined) return { passage, verdict: 'no file' };
  if (!anchor) return { passage, verdict: 'no anchor' };
  const at = lineOf(then, anchor, line);
  if (at === undefined) return { passage, verdict: 'not there' };
  const verdict = passage.line === undefined || at === line ? 'held' : 'other line';
  const found: Finding = { passage, verdict, ...(verdict === 'other line' ? { at } : {}) };
  if (now === undefined) return { ...found, now: 'file gone' };
  const nowAt = lineOf(now, anchor, line);
  if (nowAt === undefined) return { ...found, now: 'gone' };
  return nowAt === at ? { ...found, now: 'same line' } : { ...found, now: 'moved', nowAt };
}

function git(folder: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    // Documentation only is read; nothing of the repository's own configuration is to run.
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_OPTIONAL_LOCKS: '0' },
  });
  return status === 0 ? stdout : undefined;
}

/** The folder that holds a repository, or undefined. */
export function findRepository(folder: string, repo: string): string | undefined {
  const name = repo.split('/').at(-1) ?? repo;
  const plus = repo.replace('/', '+');
  return [repo, `${repo}.git`, plus, join(plus, 'repo'), name, `${name}.git`]
    .map((place) => join(folder, place))
    .find((place) => existsSync(join(place, '.git')) || existsSync(join(place, 'HEAD')));
}

/** Opens every passage below the folder. Reads only. */
export function checkPassages(passages: readonly Passage[], folder: string): Finding[] {
  const texts = new Map<string, string | undefined>();
  const show = (place: string, commit: string, path: string) => {
    const key = `${place} ${commit}:${path}`;
    if (!texts.has(key)) texts.set(key, git(place, 'show', `${commit}:${path}`));
    return texts.get(key);
  };
  const commits = new Map<string, boolean>();
  const has = (place: string, commit: string) => {
    const key = `${place} ${commit}`;
    const known = commits.get(key) ?? git(place, 'cat-file', '-e', `${commit}^{commit}`) !== undefined;
    commits.set(key, known);
    return known;
  };
  return passages.map((passage) => {
    const place = findRepository(folder, passage.repo);
    if (!place) return { passage, verdict: 'no repository' };
    if (!has(place, passage.commit)) return { passage, verdict: 'no commit' };
    return compare(passage, show(place, passage.commit, passage.path), show(place, 'HEAD', passage.path));
  });
}

const shownAs: Record<Verdict, string> = {
  held: 'the anchor stands on the cited line',
  'no anchor': 'no anchor is stored; add one',
  'other line': 'the anchor stands on another line of the cited commit',
  'not there': 'the anchor is not in the file at the cited commit',
  'no repository': 'the repository is not below the folder: not checked',
  'no commit': 'the repository there lacks the cited commit: not checked',
  'no file': 'the file does not exist at the cited commit',
};

/** One line for what a maintainer has to look at, undefined where all is well. */
export function describe({ passage, verdict, at, now, nowAt }: Finding): string | undefined {
  const { by, repo, path, commit, line, anchor } = passage;
  const where = `${repo} ${path}${line ? `:${line}` : ''} at ${commit.slice(0, 10)}`;
  if (verdict === 'no repository') return undefined;
  if (verdict !== 'held')
    return `${by}: ${where}: ${shownAs[verdict]}${at ? ` (${at})` : ''}${anchor ? `: ${anchor}` : ''}`;
  if (now === 'moved') return `${by}: ${where}: moved to line ${nowAt} at the newest commit: ${anchor}`;
  if (now === 'gone' || now === 'file gone')
    return `${by}: ${where}: ${now === 'gone' ? 'vanished' : 'file gone'} at the newest commit; read it again: ${anchor}`;
  return undefined;
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder || !existsSync(folder)) {
    console.error('usage: npm run check:sources -- FOLDER   (a folder of repository checkouts)');
    process.exit(2);
  }
  const { model } = readModel(process.cwd());
  const passages = passagesOf(model);
  const findings = checkPassages(passages, folder);
  for (const finding of findings) {
    const line = describe(finding);
    if (line) console.log(line);
  }
  const count = <K extends string>(keys: (K | undefined)[]) =>
    keys.reduce((sum, key) => (key ? sum.set(key, (sum.get(key) ?? 0) + 1) : sum), new Map<K, number>());
  console.log(`\n${passages.length} passages of public code are cited`);
  for (const [verdict, many] of count(findings.map((one) => one.verdict)))
    console.log(`${String(many).padStart(5)}  ${shownAs[verdict]}`);
  console.log('at the newest commit there:');
  for (const [now, many] of count(findings.map((one) => one.now)))
    console.log(`${String(many).padStart(5)}  ${now}`);
  const missing = [
    ...new Set(findings.filter((one) => one.verdict === 'no repository').map((one) => one.passage.repo)),
  ];
  if (missing.length) console.log(`not below the folder: ${missing.join(', ')}`);
  const wrong = findings.filter(({ verdict }) => ['other line', 'not there', 'no file'].includes(verdict));
  process.exitCode = wrong.length ? 1 : 0;
}
