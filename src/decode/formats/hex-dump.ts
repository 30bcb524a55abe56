/**
 * Packets printed as hex digits: `tcpdump -x`, `-X` and `-XX`, `tshark -x`, Wireshark's hex dump, `hexdump -C`.
 * The bytes go through the reader of captures, so that fragments and TCP are put together as there.
 */
import { CaptureReader, type CaptureMessage } from '../pcap/index.ts';
import { skipEmptyLines, startsSip } from '../pcap/start-line.ts';

/** Name of the format, for the reader of the page. */
export const hexFormat = 'hex dump';

const row =
  /^\s{0,20}(?:0x)?([0-9a-f]{4,8}):?\s{1,4}((?:[0-9a-f]{2}(?:[0-9a-f]{2})?\s{1,2}){0,15}[0-9a-f]{2}(?:[0-9a-f]{2})?)(?=\s|$)/i;

/** Bytes of one packet that are kept at most. */
const mostBytes = 0x1_0000;
const mostInRow = 16;

/** Offset and bytes of a line of a dump, or null. The text beside the digits is left out. */
export function hexRow(line: string): { offset: number; bytes: number[] } | null {
  const found = row.exec(line.slice(0, 160));
  if (!found) return null;
  const digits = (found[2] ?? '').replace(/\s+/g, '').slice(0, mostInRow * 2);
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16));
  return { offset: Number.parseInt(found[1] ?? '', 16), bytes };
}

export interface DumpedMessage {
  text: string;
  source: string | null;
  destination: string | null;
  transport: string | null;
}

export class HexDump {
  #bytes: number[] = [];
  /** One for whole frames, one for bare IP packets; each made when it is needed. */
  readonly #readers = new Map<number, CaptureReader>();

  /** A packet is being collected. */
  get open(): boolean {
    return this.#bytes.length > 0;
  }

  /** Takes a line of a dump; false where it is none, or not the next one. */
  take(line: string): boolean {
    const first = line.charCodeAt(0);
    // A tab, a blank or a digit: most lines are passed quickly.
    if (first !== 9 && first !== 32 && !(first >= 48 && first <= 57) && !this.open) return false;
    const found = hexRow(line);
    if (!found || found.offset !== this.#bytes.length || this.#bytes.length >= mostBytes) return false;
    // A packet starts with a full row; anything shorter is some other table.
    if (found.offset === 0 && found.bytes.length < mostInRow) return false;
    this.#bytes.push(...found.bytes);
    return true;
  }

  /** The packet is over: the messages that are complete now. */
  end(): DumpedMessage[] {
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const from = skipEmptyLines(bytes);
    if (startsSip(bytes, from, true) === 'yes')
      return [
        {
          text: new TextDecoder().decode(bytes.subarray(from)),
          source: null,
          destination: null,
          transport: null,
        },
      ];
    const link = linkTypeOf(bytes);
    return link === null ? [] : this.#reader(link).push(record(bytes)).map(dumped);
  }

  /** The text is over: what TCP had not completed. */
  rest(): DumpedMessage[] {
    return [...this.#readers.values()].flatMap((reader) => reader.end().map(dumped));
  }

  #reader(link: number): CaptureReader {
    let reader = this.#readers.get(link);
    if (!reader) {
      reader = new CaptureReader();
      reader.push(fileHeader(link));
      this.#readers.set(link, reader);
    }
    return reader;
  }
}

const dumped = ({ text, source, destination, transport }: CaptureMessage): DumpedMessage => ({
  text,
  source,
  destination,
  transport,
});

const ethernet = 1;
const rawIp = 101;
const linuxCooked = 113;

/** LINKTYPE of a packet by its first bytes; null where it holds no IP packet that is known. */
function linkTypeOf(bytes: Uint8Array): number | null {
  const version = (bytes[0] ?? 0) >> 4;
  const length = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  if (
    version === 4 &&
    ((bytes[0] ?? 0) & 15) >= 5 &&
    length >= 28 &&
    length <= mostBytes &&
    (bytes[8] ?? 0) > 0
  )
    if ([6, 17, 132].includes(bytes[9] ?? 0)) return rawIp;
  if (version === 6 && [0, 6, 17, 44, 132].includes(bytes[6] ?? -1)) return rawIp;
  const type = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if ([0x0800, 0x86dd, 0x8100, 0x88a8].includes(type(12))) return ethernet;
  return [0x0800, 0x86dd].includes(type(14)) ? linuxCooked : null;
}

function fileHeader(link: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(24));
  header.setUint32(0, 0xa1b2c3d4);
  header.setUint16(4, 2);
  header.setUint16(6, 4);
  header.setUint32(16, mostBytes);
  header.setUint32(20, link);
  return new Uint8Array(header.buffer);
}

function record(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(16 + bytes.length);
  const header = new DataView(whole.buffer);
  header.setUint32(8, bytes.length);
  header.setUint32(12, bytes.length);
  whole.set(bytes, 16);
  return whole;
}
