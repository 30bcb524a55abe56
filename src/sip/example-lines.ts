/** Lines of an example message with their notes, ready to be drawn. */
export interface ExampleLine {
  /** The start line. */
  start: boolean;
  /** Header name with its colon. */
  name: string;
  parts: { text: string; marked: boolean }[];
  /** Numbers of the notes that belong to the line. */
  notes: number[];
}

export interface LineNote {
  /** How the line starts. */
  on: string;
  /** The part of the line to mark. */
  mark?: string;
}

/**
 * Splits a message into lines and gives each note to the first line that starts with its `on` and holds its `mark`.
 * @throws if a note finds no line.
 */
export function exampleLines(text: string, notes: readonly LineNote[]): ExampleLine[] {
  const raw = text.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n');
  const bodyAt = raw.indexOf('');
  const notesAt = new Map<number, number[]>();
  notes.forEach((note, index) => {
    const at = raw.findIndex((line) => line.startsWith(note.on) && line.includes(note.mark ?? ''));
    if (at < 0)
      throw new Error(
        `no line of the message starts with "${note.on}"${note.mark ? ` and holds "${note.mark}"` : ''}`,
      );
    notesAt.set(at, [...(notesAt.get(at) ?? []), index]);
  });
  return raw.map((line, at): ExampleLine => {
    const inHeaders = at > 0 && (bodyAt < 0 || at < bodyAt);
    const name = inHeaders ? (/^[\w-]+:/.exec(line)?.[0] ?? '') : '';
    const here = notesAt.get(at) ?? [];
    const marks = here.flatMap((index) => notes[index]?.mark ?? []);
    return {
      start: at === 0,
      name,
      parts: markParts(line.slice(name.length), marks),
      notes: here.map((index) => index + 1),
    };
  });
}

/** Cuts a text at the parts to be marked. */
function markParts(text: string, marks: readonly string[]): ExampleLine['parts'] {
  const places = marks
    .map((mark) => ({ from: text.indexOf(mark), to: text.indexOf(mark) + mark.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const parts: ExampleLine['parts'] = [];
  let done = 0;
  for (const { from, to } of places) {
    if (from < done) continue;
    parts.push({ text: text.slice(done, from), marked: false }, { text: text.slice(from, to), marked: true });
    done = to;
  }
  parts.push({ text: text.slice(done), marked: false });
  return parts.filter((part) => part.text);
}
