import type { CaptureMessage } from './types.ts';

/** Where a message starts in the text of `captureText`. */
export interface CaptureText {
  text: string;
  /** For each message, the number of its first line; the first line of the text is 1. */
  firstLines: number[];
}

/**
 * The messages as text, in the form in which sngrep saves a dialog: a line with time, source and
 * destination, the message, an empty line. Times are UTC.
 */
export function captureText(messages: readonly CaptureMessage[]): CaptureText {
  const parts: string[] = [];
  const firstLines: number[] = [];
  let line = 1;
  for (const { time, source, destination, text } of messages) {
    const body = text.replace(/\r\n?/g, '\n');
    const part = `${timeText(time)} ${source} -> ${destination}\n${body}${body.endsWith('\n') ? '' : '\n'}\n`;
    firstLines.push(line + 1);
    line += part.split('\n').length - 1;
    parts.push(part);
  }
  return { text: parts.join(''), firstLines };
}

/** `2026/11/20 13:50:40.177163`; the start of 1970 where the time is unknown or impossible. */
export function timeText(time: number | null): string {
  const date = new Date(Math.floor((time ?? 0) / 1000));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 || date.getUTCFullYear() < 0)
    return timeText(0);
  const [day = '', clock = ''] = date.toISOString().split('T');
  const micro = String((((time ?? 0) % 1000) + 1000) % 1000).padStart(3, '0');
  return `${day.replaceAll('-', '/')} ${clock.replace('Z', '')}${micro}`;
}
