/**
 * ngrep without `-W byline`: a message on one line, carriage return and line feed shown as two dots,
 * or wrapped at the width of the terminal with two blanks before each piece.
 */

/** True where a line holds a start line and headers divided by dots. */
export function isDotted(line: string): boolean {
  return (
    line.includes('SIP/2.0') &&
    line.includes('..') &&
    /SIP\/2\.0(?: \d{3}[^\n]{0,120}?)?\.\.[A-Za-z][\w-]{0,40}: /.test(line)
  );
}

/** True for the first piece of a wrapped message: indented, with the first dots. */
export function startsWrapped(line: string): boolean {
  return line.startsWith('  ') && line[2] !== ' ' && line.includes('SIP/2.0') && isDotted(line);
}

/** The lines of the message. Two dots within a value stay, unless something like a header follows. */
export function splitDots(line: string): string[] {
  return line.split(/\.\.(?=[A-Za-z][\w-]{0,40}: ?|\.\.|[a-z]=|$)/);
}
