/**
 * Packets that Wireshark or tshark has taken apart and written as data: `-T json`, `-T ek`, `-T pdml`.
 * The lines of the message stand in one field, its start line in another, the addresses in the layers above.
 */
import type { Address } from '../types.ts';
import { unescapeHtml } from './clean.ts';
import { unescapeOnce } from './escaped.ts';

/** Name of the format, for the reader of the page. */
export const dissectedFormat = 'Wireshark JSON or PDML';

/** A message put together again. */
export interface DissectedMessage {
  text: string;
  /** Seconds since 1970 as the file writes them. */
  time: string | null;
  source: Address | null;
  destination: Address | null;
}

/** `ip.src` in JSON and PDML, `ip_ip_src` in the form for Elasticsearch. */
const names =
  'frame[._]time_epoch|ip(?:v6)?[._](?:src|dst)|(?:udp|tcp)[._](?:srcport|dstport)|sip[._](?:Request-Line|Status-Line|msg_hdr)';
const jsonFields = new RegExp(`"(?:[a-z0-9]{2,6}_)?(${names})"\\s?:\\s?"((?:[^"\\\\]|\\\\.)*)"`, 'g');
const pdmlFields = new RegExp(`<field name="(${names})"[^<>]{0,4000}? show="([^"]*)"`, 'g');

/** A line of such an export: a key of a layer, a bracket alone, an element. */
const jsonLine =
  /^\s*(?:"[\w.\-: ()/]{1,120}"\s?:|[{}[\]],?\s*$|"[^"]*",?\s*$|\{"(?:index|timestamp)":|[}\]]{1,4},?\s*$)/;
const pdmlLine = /^\s*<\/?(?:field|proto|packet|pdml|\?xml|!--)/;

/** Characters of one element that are joined at most, where an attribute holds line ends. */
const mostJoined = 200_000;

/** The kind of export that begins with a line; null where none does. */
export function startsDissected(line: string): 'json' | 'pdml' | null {
  if (line.includes('<p') && (line.includes('<pdml') || /^\s{0,20}<packet>/.test(line))) return 'pdml';
  return line.includes('"frame') && /"frame[._]\w{1,60}"\s?:/.test(line.slice(0, 4000)) ? 'json' : null;
}

export class DissectedReader {
  /** An export has begun: its lines are not read as text. */
  #on: 'json' | 'pdml' | null = null;
  /** Beginning of an element whose end stands on a later line. */
  #element: string[] = [];
  #joined = 0;
  #fields = new Map<string, string>();

  /**
   * Takes a line.
   * @returns messages that are whole now; null where the line belongs to no export.
   */
  take(line: string): DissectedMessage[] | null {
    if (this.#element.length > 0) return this.#join(line);
    this.#on ??= startsDissected(line);
    if (this.#on === null) return null;
    if (this.#on === 'json') {
      if (line.trim() !== '' && !jsonLine.test(line.slice(0, 4000))) return this.#leave();
      return this.#read(line, jsonFields, unescapeOnce);
    }
    if (line.trim() !== '' && !pdmlLine.test(line)) return this.#leave();
    if (line.includes('<field') && !line.trimEnd().endsWith('>')) return this.#join(line);
    return this.#read(line, pdmlFields, unescapeHtml);
  }

  #leave(): null {
    this.#on = null;
    this.#fields.clear();
    return null;
  }

  /** PDML keeps the line ends of the message within an attribute. */
  #join(line: string): DissectedMessage[] {
    this.#element.push(line);
    this.#joined += line.length;
    if (!/"\/?>\s*$/.test(line) && this.#joined < mostJoined) return [];
    const whole = this.#element.join('\n');
    this.#element = [];
    this.#joined = 0;
    return this.#read(whole, pdmlFields, unescapeHtml);
  }

  #read(text: string, fields: RegExp, plain: (text: string) => string): DissectedMessage[] {
    const found: DissectedMessage[] = [];
    for (const [, written = '', shown = ''] of text.matchAll(fields)) {
      const name = written.replace(/^(\w+?)_/, '$1.');
      if (name === 'frame.time_epoch') this.#fields.clear();
      const value = plain(shown);
      const start = this.#fields.get('start');
      if (name.endsWith('-Line')) this.#fields.set('start', value);
      else if (name === 'sip.msg_hdr') {
        if (start !== undefined) found.push(this.#message(`${start.trimEnd()}\n${value}`));
        this.#fields.delete('start');
      } else this.#fields.set(name.replace(/^ipv6\./, 'ip.').replace(/^(?:udp|tcp)\./, 'port.'), value);
      if (name === 'udp.srcport') this.#fields.set('transport', 'UDP');
      else if (name === 'tcp.srcport') this.#fields.set('transport', 'TCP');
    }
    return found;
  }

  #message(text: string): DissectedMessage {
    const end = (host: string | undefined, port: string | undefined): Address | null =>
      host === undefined
        ? null
        : {
            host,
            port: port !== undefined && /^\d{1,5}$/.test(port) ? Number(port) : null,
            transport: this.#fields.get('transport') ?? null,
          };
    return {
      text,
      time: this.#fields.get('frame.time_epoch') ?? null,
      source: end(this.#fields.get('ip.src'), this.#fields.get('port.srcport')),
      destination: end(this.#fields.get('ip.dst'), this.#fields.get('port.dstport')),
    };
  }
}
