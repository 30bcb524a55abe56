/**
 * What a log puts before each line of a message: a tag, a Call-ID, quote marks, blanks.
 * The prefix of the start line is compared with the lines that follow; digits may differ
 * (time, process, sequence number), everything else has to be the same.
 */

const digit = (unit: number): boolean => unit >= 48 && unit <= 57;

/**
 * Length of the prefix on this line, or -1 where the line does not start with it.
 * A line that ends within the blanks at the end of the prefix has an empty rest.
 */
export function prefixLength(prefix: string, line: string): number {
  let a = 0;
  let b = 0;
  // A number that is set flush right: the blanks before it become fewer.
  const blanks = prefix.length - prefix.trimStart().length;
  if (digit(prefix.charCodeAt(blanks))) {
    a = blanks;
    b = line.length - line.trimStart().length;
    if (b > blanks) return -1;
  }
  while (a < prefix.length) {
    if (b >= line.length) return prefix.slice(a).trim() === '' ? b : -1;
    const x = prefix.charCodeAt(a);
    const y = line.charCodeAt(b);
    if (digit(x) && digit(y)) {
      while (digit(prefix.charCodeAt(a))) a += 1;
      while (digit(line.charCodeAt(b))) b += 1;
    } else if (x === y) {
      a += 1;
      b += 1;
    } else return -1;
  }
  return b;
}

/** True for `> `, `>> `, `| ` and the like: quote marks of mail programs. */
export function isQuoteMark(prefix: string): boolean {
  return /^[>|\s]{1,40}$/.test(prefix) && /[>|]/.test(prefix);
}
