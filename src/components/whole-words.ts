/**
 * Tables keep their words whole on a phone where they can. A column is at least as wide as its longest word; where all of
 * them together are too wide, letters are smaller, and where that does not do, columns with the longest words break
 * within them.
 */

/** Pixels of the smallest usual phone (360), without the page's margins. */
const room = 328;
/** Size of the letters of a table on a phone, usual and small (`text-sm`, `text-xs`); and a column's padding. Pixels. */
const sizes = { usual: 14, small: 12 };
const padding = { usual: 12, small: 8 };
/** Width of a letter in a word, as part of its size, in a wide font; heads are bold, code is smaller. */
const letter = { td: 0.61, th: 0.67, code: 0.53 };

/**
 * Lets long names, commands and addresses break where their parts meet.
 * @param rows the rows of a table as HTML.
 */
export function breakable(rows: string): string {
  return rows.replace(/(?<=>)[^<]+/g, (text) =>
    text.replace(/(?:\/|https?:)\S*|\S{11,}/g, (word) => word.replace(/(?<=[/.=+_:(-])(?=[\w&#])/g, '<wbr>')),
  );
}

/** Letters of the longest part that a browser does not break: it does at spaces, hyphens and `<wbr>`. */
function longestWord(html: string): number {
  const words = html
    .replace(/<wbr\s*\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#?\w+;/g, '_')
    .split(/\s|(?<=[a-z]-)(?=[a-z])/i);
  return Math.max(0, ...words.map((word) => [...word].length));
}

/** Width of the longest word of a cell, as a multiple of the size of its letters. */
function widestWord(kind: 'td' | 'th', html: string): number {
  const code = [...html.matchAll(/<code\b[^>]*>(.*?)<\/code>/gs)].map(([, text = '']) => longestWord(text));
  const rest = longestWord(html.replace(/<code\b[^>]*>.*?<\/code>/gs, ' '));
  return Math.max(rest * letter[kind], Math.max(0, ...code) * letter.code);
}

const citation = /<(\w+)\b[^>]*\bclass="cite"[^>]*>.*?<\/\1>/gs;

/** The longest word of a column, as a multiple of the size of its letters: in its head, and in all cells. */
interface Column {
  th: number;
  td: number;
}

function columnsOf(rows: string): Column[] {
  const columns: Column[] = [];
  for (const [, row = ''] of rows.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)) {
    const cells = [...row.matchAll(/<(t[hd])\b[^>]*>([\s\S]*?)<\/t[hd]>/g)];
    for (const [at, [, kind, cell = '']] of cells.entries()) {
      const column = (columns[at] ??= { th: 0, td: 0 });
      const of = kind === 'th' ? 'th' : 'td';
      column[of] = Math.max(column[of], widestWord(of, cell));
    }
  }
  return columns;
}

export interface Fit {
  size: keyof typeof sizes;
  /** Numbers, from 1, of the columns that may break within words; their heads stay whole. */
  breaking: number[];
}

/**
 * How a table is fitted to a phone.
 * @param rows the rows of a table as HTML.
 */
export function fitWords(rows: string): Fit {
  const width = (columns: readonly Column[], size: Fit['size'], breaking: readonly number[]) =>
    columns.reduce((sum, { th, td }, at) => {
      const word = breaking.includes(at + 1) ? th : Math.max(th, td);
      return sum + word * sizes[size] + padding[size];
    }, 0);
  if (width(columnsOf(rows), 'usual', []) <= room) return { size: 'usual', breaking: [] };
  // In small letters the names of sources may break, before words do.
  const columns = columnsOf(rows.replace(citation, ' '));
  // Where most is gained comes first; the first column, which names the rows, last.
  const gain = (at: number) => (at ? columns[at]!.td - columns[at]!.th : -Infinity);
  const inTurn = [...columns.keys()].sort((a, b) => gain(b) - gain(a));
  let breaks = 0;
  const breaking = () => inTurn.slice(0, breaks).map((at) => at + 1);
  while (breaks < columns.length && width(columns, 'small', breaking()) > room) breaks += 1;
  return { size: 'small', breaking: breaking().sort((a, b) => a - b) };
}
