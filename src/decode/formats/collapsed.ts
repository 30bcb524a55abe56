/**
 * A message whose line ends a chat, a ticket system or a web page turned into blanks:
 * `SIP/2.0 486 Busy Here Via: SIP/2.0/UDP … From: … Content-Length: 0`.
 */
import { isUsualHeader } from '../headers.ts';

/** A start line with a Via or another first header right behind it, and more headers after it. */
const collapsed =
  /SIP\/2\.0(?: \d{3}(?: [^:]{0,80}?)?)? (?:Via|v|From|f|To|t|Call-ID|i|Max-Forwards|Record-Route): ?\S/;

/** Whether a line holds a message whose line ends were lost. */
export function isCollapsed(line: string): boolean {
  return line.includes('SIP/2.0') && line.includes(': ') && collapsed.test(line);
}

/** A header, a line of a description, the start of a message, the end of one as PJSIP marks it. */
const marks =
  / (?:(?<name>[A-Za-z][\w-]{0,40}):(?= )|(?<start>SIP\/2\.0 \d{3} |[A-Z]{3,10} sips?:)|[a-z]=(?=\S)|--end msg--)/g;

/**
 * The lines of the messages, and what stands between them. Cut before names of usual headers, before the
 * lines of a session description, and behind the end of a message where a program marks it.
 */
export function splitCollapsed(line: string): string[] {
  const lines: string[] = [];
  let from = 0;
  const cutAt = (place: number): void => {
    if (place > from) lines.push(line.slice(from, place).trim());
    from = place;
  };
  let body = false;
  for (const { 0: found, groups, index } of line.matchAll(marks)) {
    const name = groups?.['name'];
    if (found === ' --end msg--' || groups?.['start'] !== undefined) {
      cutAt(index);
      if (found === ' --end msg--') cutAt(index + found.length);
      body = false;
    } else if (name !== undefined) {
      if (!body && isUsualHeader(name)) cutAt(index);
    } else if (body) cutAt(index);
    else if (line.startsWith(' v=0 ', index)) {
      // Parameters look alike: a description starts with its version.
      cutAt(index);
      lines.push('');
      body = true;
    }
  }
  cutAt(line.length);
  return lines;
}
