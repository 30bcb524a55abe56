/** What is made has gaps, the check names each of them and nothing else, and filled in it passes. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkContent } from '../check/all.ts';
import { makeSample } from '../check/try-damage.ts';
import { Refused } from '../arguments.ts';
import { type Change, kinds } from './kinds.ts';

let root: string;
beforeEach(() => {
  root = makeSample();
});
afterEach(() => rmSync(root, { recursive: true }));

const today = '2026-11-20';
const problems = () => checkContent(root, today).problems.filter(({ warning }) => !warning);

function make(line: string, own = false): Change[] {
  const [name, ...given] = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"|"$/g, ''));
  const changes = kinds.find((kind) => kind.name === name)?.make(given, { root, own, today }) ?? [];
  for (const { file, text } of changes) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return changes;
}

/** What an author writes, by what stands before the gap and by the gap. A line that may be taken out is. */
const written: [RegExp, string][] = [
  [/^.*TODO.*take the line out.*\n/gm, ''],
  [/defined: \[TODO.*\]/, 'defined: [rfc3261#21.4.24]'],
  [/status: TODO.*/, 'status: vendor'],
  [/phrase: TODO.*/, 'phrase: Away'],
  [/\bTODO the reason phrase/g, 'Away'],
  [/usual: \[TODO\]/, 'usual: [phone]'],
  [/methods: \[TODO\]/, 'methods: [INVITE]'],
  [/acts: \[TODO\]/, 'acts: [caller]'],
  [/verdict: TODO.*/, 'verdict: no'],
  [/sources: \[TODO.*\]/g, 'sources: [rfc3261, sip-book]'],
  [/<Src id="TODO.*?"/g, '<Src id="sip-book"'],
  [/source: TODO.*/, 'source: sip-book'],
  [/acts="TODO.*?"/, 'acts="caller"'],
  [/words="TODO.*?"/, 'words="left alone; nobody there"'],
  [/heard="TODO.*?"/, 'heard="nobody picks up; they went home"'],
  [/sign="TODO.*?"/, 'sign="The caller hears steps that go away."'],
  [/signs="TODO.*?"/, 'signs="immediate"'],
  [/ id="TODO.*?"/g, ' id="gone-away"'],
  [/who: TODO.*/, 'who: example-pbx'],
  [/(kind: )TODO stack.*/, '$1pbx'],
  [/(kind: )TODO generates.*/, '$1generates'],
  [/(group: )TODO start.*/, '$1work'],
  [/(group: )TODO.*/, '$1When'],
  [/(seen: )TODO.*/, '$1person'],
  [/(title|ask): TODO.*/g, '$1: What nobody else asks'],
  [/(at: )TODO.*/, '$1shell'],
  [/code: TODO.*/g, 'code: 486'],
  [/repo: TODO[\s\S]*?anchor: TODO.*/, 'cite: sip-book'],
  [/repo: TODO[\s\S]*?commit: TODO.*/, "title: A page\n      url: 'https://www.example.com/texts'"],
  [/how: TODO.*/, 'how: logs'],
  // Another sentence for each, as an author would write.
  [/TODO [^"<\n\]]*/g, 'What stands here is'],
];
let sentences = 0;
const fill = (text: string) =>
  written.reduce(
    (filled, [gap, value]) =>
      filled.replace(gap, (...found: string[]) => {
        const own = value.replace('$1', found[1] ?? '');
        return own.startsWith('What stands') ? `${own} text ${(sentences += 1)} of its kind.` : own;
      }),
    text,
  );

const made: [line: string, own?: true][] = [
  ['code 499 "Nobody there"'],
  ['code 488'],
  ['code 699', true],
  ['case 486 gone-away "The person has gone away: for good"'],
  ['case q850-17 gone-away'],
  ['case 486 gone-away "Gone"', true],
  ['case q850-17 gone-away', true],
  ['cause 21'],
  ['vendor acme "Acme: SBC #1"'],
  ['vendor acme', true],
  ['note example-pbx 486 "No: 1 #2"'],
  ['note example-pbx 486', true],
  ['guide leaving "When to leave"'],
  ['guide leaving', true],
  ['command calls example-phone'],
  ['command ends linux "List what ends"'],
  ['command ends linux', true],
  ['sign silence "Nothing is heard"'],
  ['sign silence', true],
];

it.each(made)(
  '%s (own: %s): every gap is named with its line, and nothing else; filled in it passes',
  (line, own) => {
    const changes = make(line, own);
    const gaps = changes.flatMap(({ file, text }) =>
      text.split('\n').flatMap((content, at) => (content.includes('TODO') ? [`${file}:${at + 1}`] : [])),
    );
    const named = problems().map((problem) => `${problem.file}:${problem.line}`);
    expect([...new Set(named)].sort()).toEqual([...gaps].sort());
    for (const { file, text } of changes) writeFileSync(join(root, file), fill(text));
    expect(problems().filter(({ message }) => !message.includes('is named by no case'))).toEqual([]);
  },
);

/** What the manuals tell authors to type, and what the list of kinds shows. */
const examples: [where: string, lines: string[]][] = [
  ...['README.md', 'content/README.md', 'content/own/README.md'].map((file): [string, string[]] => [
    file,
    [...readFileSync(file, 'utf8').matchAll(/npm run new -- ([^`#\n]+)/g)].map(([, line = '']) =>
      line.trim(),
    ),
  ]),
  ['npm run new', kinds.map(({ name, takes }) => `${name} ${takes.replace(/[[\]]/g, '')}`)],
];

it.each(examples)('what %s shows can be made in the content as it is: %j', (_, lines) => {
  expect(lines).not.toEqual([]);
  rmSync(join(root, 'content'), { recursive: true });
  // What people say and ask takes seconds to read, and nothing is made there.
  const filter = (file: string) => !/(?:reports|questions|question-words)\.yaml$/.test(file);
  cpSync('content', join(root, 'content'), { recursive: true, filter });
  for (const line of lines)
    expect(make(line.replace(/ --own$/, ''), line.endsWith(' --own')), line).not.toEqual([]);
});

it('what is put into a file leaves the rest of it as it was', () => {
  for (const line of ['case 486 gone-away', 'note example-pbx 486', 'sign silence', 'command calls linux']) {
    const before = new Map(
      kinds
        .find(({ name }) => name === line.split(' ')[0])
        ?.make(line.split(' ').slice(1), { root, own: false, today })
        .map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]),
    );
    for (const { file, text, line: first } of make(line)) {
      const old = (before.get(file) ?? '').trimEnd().split('\n');
      const now = text.split('\n');
      expect(now[first - 1]).not.toBe('');
      expect(old.every((content) => now.includes(content))).toBe(true);
      expect(now.slice(0, first - 2)).toEqual(old.slice(0, first - 2));
    }
  }
});

it.each([
  ['code 486', 'codes/486.mdx is there already; it was left as it is'],
  ['vendor example-pbx', 'vendors/example-pbx.yaml is there already'],
  ['case 486 on-a-call', 'has a case "on-a-call" already'],
  ['sign immediate', 'has the sign "immediate" already'],
  ['case 499 away', 'there is no page for 499; make it first: npm run new -- code 499'],
  ['case q850-18 away', 'npm run new -- cause 18'],
  ['cause 99', 'has no cause 99'],
  ['note acme 486', 'npm run new -- vendor acme'],
  ['code 48', '"48" is not a code: three digits'],
  ['case 486 Away', '"Away" is not an id: lower-case words'],
  ['case 486', 'name an id'],
  ['code 799 <b>', 'which mean something in a page'],
])('%s is refused: %s', (line, why) => {
  expect(() => make(line)).toThrow(Refused);
  expect(() => make(line)).toThrow(why);
  expect(problems()).toEqual([]);
});

it.each([
  ['code 486', 'add a case to it: npm run new -- case 486'],
  ['vendor example-pbx', 'add a note to it: npm run new -- note example-pbx'],
])('%s of one’s own is refused where upstream has it', (line, why) => {
  expect(() => make(line, true)).toThrow(why);
  expect(existsSync(join(root, 'content/own'))).toBe(false);
});
