/**
 * Reads SIP messages out of capture files: pcap and pcapng, also gzip-compressed.
 * Pure: no DOM, no file system, no network. `readCapture` takes a whole file; `CaptureReader` takes it in pieces,
 * for a worker that shows progress and can be stopped.
 */
import { viewOf } from './byte-queue.ts';
import { EXPORTED_PDU, exportedSip } from './exported-pdu.ts';
import { BoundedGunzip, startsGzip } from './gzip.ts';
import { hepSip } from './hep.ts';
import { endpoint, IpLayer, SCTP, TCP, UDP, type PacketPlace } from './ip.ts';
import { ipPacketOf } from './link.ts';
import type { FileReader } from './file-reader.ts';
import { PcapFile, pcapVariant } from './pcap-file.ts';
import { PcapngFile, startsPcapng } from './pcapng-file.ts';
import { inMegabytes, Problems } from './problems.ts';
import { SctpLayer } from './sctp.ts';
import { SipStream } from './sip-stream.ts';
import { skipEmptyLines, startsSip } from './start-line.ts';
import { TcpLayer } from './tcp.ts';
import {
  DEFAULT_LIMITS,
  type CaptureFormat,
  type CaptureLimits,
  type CaptureMessage,
  type CaptureProblem,
  type CaptureRead,
  type Packet,
  type Transport,
} from './types.ts';

export { captureText, type CaptureText } from './capture-text.ts';
export type * from './types.ts';

/** What a file's first bytes say it is; null where a capture cannot start like that. Four bytes are enough. */
export function captureKind(start: Uint8Array): CaptureFormat | 'gzip' | null {
  if (startsGzip(start)) return 'gzip';
  if (pcapVariant(start)) return 'pcap';
  return startsPcapng(start) ? 'pcapng' : null;
}

/**
 * Reads a whole capture.
 * Never throws: what could not be read is in `problems`.
 */
export function readCapture(bytes: Uint8Array, limits: Partial<CaptureLimits> = {}): CaptureRead {
  const reader = new CaptureReader(limits);
  const messages: CaptureMessage[] = [];
  const PIECE = 1024 * 1024;
  for (let at = 0; at < bytes.length && !reader.done; at += PIECE)
    for (const message of reader.push(bytes.subarray(at, at + PIECE))) messages.push(message);
  for (const message of reader.end()) messages.push(message);
  messages.sort((a, b) => a.frame - b.frame);
  const { format, compressed, packets, problems } = reader.status();
  return { format, compressed, packets, messages, problems };
}

/** How far a reader is. */
export interface CaptureStatus {
  /** Null until the first bytes tell, and where they tell of no capture. */
  format: CaptureFormat | null;
  compressed: boolean;
  /** Bytes of the file taken so far, as they are in the file. */
  bytes: number;
  packets: number;
  messages: number;
  problems: CaptureProblem[];
}

/** TCP ports on which TLS is likely to be SIP; elsewhere it is told only where no SIP was found at all. */
const SIP_TLS_PORTS = /:(?:506[1-9]|5081|5091|7443|8089)(?: |$)/;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads a capture in pieces of any size, in memory that does not grow with the file. */
export class CaptureReader {
  readonly #limits: CaptureLimits;
  readonly #problems = new Problems();
  readonly #ip: IpLayer;
  readonly #tcp: TcpLayer;
  readonly #sctp: SctpLayer;
  #found: CaptureMessage[] = [];
  #start = new Uint8Array(0);
  #file: FileReader | undefined;
  #gunzip: BoundedGunzip | undefined;
  #format: CaptureFormat | null = null;
  #compressed = false;
  #bytes = 0;
  #packets = 0;
  #messages = 0;
  #textLength = 0;
  #otherTls: { detail: string; frame: number } | undefined;
  #done = false;

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#ip = new IpLayer(this.#problems, this.#limits);
    this.#sctp = new SctpLayer(this.#limits);
    this.#tcp = new TcpLayer(
      (direction) =>
        new SipStream(
          direction,
          (bytes, transport, truncated, at) =>
            this.#message(bytes, transport, truncated, at, direction.source, direction.destination),
          this.#problems,
          this.#limits,
          ({ source, destination }, at) => this.#encrypted(`${source} to ${destination}`, at.frame),
        ),
      this.#problems,
      this.#limits,
    );
  }

  /** Nothing more will be read: the file is damaged, over a limit or no capture, or `end` was called. */
  get done(): boolean {
    return this.#done;
  }

  /** Takes the next bytes of the file; gives the messages that are complete now. On TCP they may come out of capture order: sort by `frame`. */
  push(bytes: Uint8Array): CaptureMessage[] {
    if (this.#done) return [];
    this.#bytes += bytes.length;
    if (this.#gunzip) this.#unpack(bytes, false);
    else if (this.#file) this.#file.push(bytes);
    else this.#begin(bytes, false);
    return this.#taken();
  }

  /** The file is over; gives the last messages. */
  end(): CaptureMessage[] {
    if (this.#done && !this.#file) return [];
    if (!this.#file && !this.#gunzip && !this.#done) this.#begin(new Uint8Array(0), true);
    if (this.#gunzip && !this.#done) this.#unpack(new Uint8Array(0), true);
    if (this.#file) {
      // Where reading stopped for another reason, a cut file is no news.
      if (!this.#done) this.#file.end();
      this.#file = undefined;
      this.#ip.end();
      this.#tcp.end();
      if (this.#messages === 0) {
        if (this.#otherTls) this.#problems.add('encrypted', this.#otherTls.frame, this.#otherTls.detail);
        if (this.#packets > 0) this.#problems.add('no-sip');
      }
    }
    this.#done = true;
    return this.#taken();
  }

  status(): CaptureStatus {
    return {
      format: this.#format,
      compressed: this.#compressed,
      bytes: this.#bytes,
      packets: this.#packets,
      messages: this.#messages,
      problems: this.#problems.list(),
    };
  }

  #taken(): CaptureMessage[] {
    const taken = this.#found;
    this.#found = [];
    return taken;
  }

  /** Waits for enough bytes to tell what the file is. */
  #begin(bytes: Uint8Array, final: boolean): void {
    const start = new Uint8Array(this.#start.length + bytes.length);
    start.set(this.#start);
    start.set(bytes, this.#start.length);
    if (start.length < 4 && !final) {
      this.#start = start;
      return;
    }
    this.#start = new Uint8Array(0);
    const kind = captureKind(start);
    if (kind === 'gzip' && !this.#compressed) {
      this.#compressed = true;
      this.#gunzip = new BoundedGunzip(this.#limits.inflated, (unpacked) => {
        if (this.#file) this.#file.push(unpacked);
        else if (!this.#done) this.#begin(unpacked, false);
      });
      this.#unpack(start, false);
      return;
    }
    const onPacket = (packet: Packet) => this.#packet(packet);
    if (kind === 'pcap') this.#file = new PcapFile(onPacket, this.#problems, this.#limits);
    else if (kind === 'pcapng') this.#file = new PcapngFile(onPacket, this.#problems, this.#limits);
    else {
      this.#tellWhatItIs(start);
      this.#done = true;
      return;
    }
    this.#format = kind;
    this.#file.push(start);
  }

  #unpack(bytes: Uint8Array, final: boolean): void {
    const result = this.#gunzip?.push(bytes, final);
    if (final && !this.#file && !this.#done) this.#begin(new Uint8Array(0), true);
    if (result === 'broken') this.#problems.add('gzip-broken');
    if (result === 'full') this.#problems.add('gzip-limit', null, inMegabytes(this.#limits.inflated));
    if (result !== 'ok') this.#done = true;
  }

  #tellWhatItIs(start: Uint8Array): void {
    if (start.length === 0) return this.#problems.add('empty');
    const other = otherFile(start);
    if (other) this.#problems.add('other-file', null, other);
    else this.#problems.add('not-a-capture');
  }

  #packet({ frame, time, linkType, data, cut }: Packet): void {
    this.#packets += 1;
    if (this.#done) return;
    if (cut) this.#problems.add('packet-cut', frame);
    const place: PacketPlace = { frame, time };
    if (linkType === EXPORTED_PDU) {
      const pdu = exportedSip(data);
      if (pdu) this.#datagram(pdu.data, pdu.udp ? 'UDP' : 'TLS', cut, place, pdu.source, pdu.destination);
      return;
    }
    const packet = ipPacketOf(linkType, data);
    if (packet === 'not-ip') return;
    if (packet === 'unknown') return this.#problems.add('link-type', frame, String(linkType));
    if (packet === 'broken') return this.#problems.add('packet-broken', frame);
    const payload = this.#ip.read(packet, place);
    if (!payload) return;
    if (payload.protocol === TCP) this.#tcp.read(payload, place);
    else if (payload.protocol === SCTP) {
      const read = this.#sctp.read(payload.data, `${payload.source} ${payload.destination}`);
      if (!read) return this.#problems.add('packet-broken', frame);
      const [from, to] = read.ports;
      for (const data of read.messages)
        this.#datagram(
          data,
          'SCTP',
          cut,
          place,
          endpoint(payload.source, from),
          endpoint(payload.destination, to),
        );
    } else if (payload.protocol === UDP) {
      const datagram = payload.data;
      if (datagram.length < 8) return this.#problems.add('packet-broken', frame);
      const view = viewOf(datagram);
      const length = view.getUint16(4);
      // Length 0: left to the network card, or a jumbogram (RFC 2675 §4).
      const end = length === 0 ? datagram.length : length;
      if (end < 8) return this.#problems.add('packet-broken', frame);
      this.#datagram(
        datagram.subarray(8, end),
        'UDP',
        cut || end > datagram.length,
        place,
        endpoint(payload.source, view.getUint16(0)),
        endpoint(payload.destination, view.getUint16(2)),
      );
    }
  }

  /** A datagram is one message (RFC 3261 §18.3), whatever its Content-Length says. */
  #datagram(
    data: Uint8Array,
    transport: Transport,
    cut: boolean,
    place: PacketPlace,
    source: string,
    destination: string,
  ): void {
    const from = skipEmptyLines(data);
    if (startsSip(data, from, true) === 'yes')
      return this.#message(data.subarray(from), transport, cut, place, source, destination);
    const copy = transport === 'UDP' ? hepSip(data) : undefined;
    if (copy)
      this.#datagram(
        copy.data,
        copy.tcp ? 'TCP' : 'UDP',
        cut,
        { frame: place.frame, time: copy.time ?? place.time },
        copy.source,
        copy.destination,
      );
  }

  #message(
    bytes: Uint8Array,
    transport: Transport,
    truncated: boolean,
    { frame, time }: PacketPlace,
    source: string,
    destination: string,
  ): void {
    this.#textLength += bytes.length;
    if (this.#textLength > this.#limits.text) {
      if (!this.#done) this.#problems.add('too-much', frame, inMegabytes(this.#limits.text));
      this.#done = true;
      return;
    }
    this.#messages += 1;
    this.#found.push({
      frame,
      time,
      source,
      destination,
      transport,
      text: utf8.decode(bytes),
      truncated,
    });
  }

  #encrypted(detail: string, frame: number): void {
    if (SIP_TLS_PORTS.test(detail)) this.#problems.add('encrypted', frame, detail);
    else this.#otherTls ??= { detail, frame };
  }
}

/** What a file that is no capture looks like, with what to do. */
function otherFile(start: Uint8Array): string | undefined {
  const first = String.fromCharCode(...start.subarray(0, 8));
  const packed = (name: string) => `This is a ${name} archive. Unpack it and use the capture inside.`;
  if (first.startsWith('PK')) return packed('zip');
  if (first.startsWith('7z\xbc\xaf')) return packed('7z');
  if (first.startsWith('BZh')) return packed('bzip2');
  if (first.startsWith('\xfd7zXZ')) return packed('xz');
  if (first.startsWith('\x28\xb5\x2f\xfd')) return packed('zstd');
  if (first.startsWith('\x1f\x8b'))
    return 'This file is gzip-compressed twice. Unpack it once and try again.';
  const convert = (name: string) =>
    `This is a capture in the ${name} format. Open it in Wireshark and save it as pcapng.`;
  if (first.startsWith('snoop\0')) return convert('snoop');
  if (first.startsWith('GMBU') || first.startsWith('RTSS')) return convert('Microsoft Network Monitor');
  if (!start.subarray(0, 1024).includes(0)) return 'This is a text file. Paste its text.';
  return undefined;
}
