/**
 * A trace whose messages stand in it as hex digits or as fields of another program, written as plain messages:
 * what hides private data reads text, and would leave the digits as they are.
 */
import { decodeTrace } from './decode.ts';
import { dissectedFormat, startsDissected } from './formats/dissected.ts';
import { hexFormat, hexRow } from './formats/hex-dump.ts';
import { timeText } from './pcap/capture-text.ts';
import type { Address, TraceMessage } from './types.ts';

/** Digits make up at least this many bytes of a first row. */
const firstRow = 16;

/** True where some of the text is packets in digits or fields. */
function holdsPackets(text: string): boolean {
  for (const line of text.split('\n')) {
    if (startsDissected(line)) return true;
    const first = line.charCodeAt(0);
    if (first !== 9 && first !== 32 && first !== 48) continue;
    const row = hexRow(line);
    if (row?.offset === 0 && row.bytes.length >= firstRow) return true;
  }
  return false;
}

/** The messages of such a trace as sngrep saves them; null for a text that holds none. */
export function packetsAsText(text: string): string | null {
  if (!holdsPackets(text)) return null;
  const { messages } = decodeTrace(text);
  if (!messages.some(({ format }) => format === hexFormat || format === dissectedFormat)) {
    // Digits without a SIP message say nothing here, and may hold anything.
    return withoutRows(text);
  }
  return messages.map(asText).join('\n');
}

function withoutRows(text: string): string {
  return text
    .split('\n')
    .filter((line) => hexRow(line) === null)
    .join('\n');
}

function asText({ time, source, destination, startLine, headers, body }: TraceMessage): string {
  const end = ({ host, port }: Address): string =>
    `${host.includes(':') ? `[${host}]` : host}:${port ?? 5060}`;
  const ends =
    source && destination
      ? [`${timeText(Math.round((time?.seconds ?? 0) * 1e6))} ${end(source)} -> ${end(destination)}`]
      : [];
  const lines = headers.map(({ written, value }) => (written === '' ? value : `${written}: ${value}`));
  return [...ends, startLine, ...lines, '', body, ''].join('\n');
}
