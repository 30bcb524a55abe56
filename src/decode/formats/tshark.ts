/**
 * Text from Wireshark and tshark: packet details (`tshark -V`, "expand all, copy") and packet lists.
 */
import type { Address } from '../types.ts';

/** What the lines above a SIP layer say of its packet. */
export interface PacketInfo {
  time: string | null;
  sourceHost: string | null;
  destinationHost: string | null;
  sourcePort: number | null;
  destinationPort: number | null;
  transport: string | null;
}

/** A packet of which nothing is known yet. */
export function emptyPacket(): PacketInfo {
  return {
    time: null,
    sourceHost: null,
    destinationHost: null,
    sourcePort: null,
    destinationPort: null,
    transport: null,
  };
}

/** Takes up a line of packet details; false where the line is none. */
export function readPacketLine(line: string, packet: PacketInfo): boolean {
  const text = line.trimStart();
  switch (text[0]) {
    case 'F':
      if (!/^Frame \d{1,10}:/.test(text)) return false;
      Object.assign(packet, emptyPacket());
      return true;
    case 'A': {
      const time = /^Arrival Time: (.{8,60}?)(?: [A-Z][\w ]{2,40})?$/.exec(text)?.[1];
      if (time) packet.time = time;
      return time !== undefined;
    }
    case 'U':
      if (/^UTC Arrival Time: /.test(text)) {
        packet.time ??= text.slice(18, 80);
        return true;
      }
      return ports(text, packet, 'User Datagram Protocol', 'UDP');
    case 'T':
      return ports(text, packet, 'Transmission Control Protocol', 'TCP');
    case 'I': {
      const hosts =
        /^Internet Protocol(?: Version [46])?, Src: (\S{2,60}?)(?: \([^)]*\))?, Dst: (\S{2,60})/.exec(text);
      if (!hosts) return false;
      packet.sourceHost = hosts[1] ?? null;
      packet.destinationHost = hosts[2] ?? null;
      return true;
    }
    default:
      return false;
  }
}

function ports(text: string, packet: PacketInfo, name: string, transport: string): boolean {
  if (!text.startsWith(name)) return false;
  const found = /Src Port: [^\d,]{0,40}\(?(\d{1,5})\)?, Dst Port: [^\d,]{0,40}\(?(\d{1,5})\)?/.exec(text);
  packet.transport = transport;
  packet.sourcePort = found?.[1] ? Number(found[1]) : null;
  packet.destinationPort = found?.[2] ? Number(found[2]) : null;
  return true;
}

/** Where a packet comes from and goes to, as far as its layers said. */
export function packetEnds(packet: PacketInfo): { source: Address | null; destination: Address | null } {
  const end = (host: string | null, port: number | null): Address | null =>
    host === null ? null : { host, port, transport: packet.transport };
  return {
    source: end(packet.sourceHost, packet.sourcePort),
    destination: end(packet.destinationHost, packet.destinationPort),
  };
}

/** True where the details of a SIP layer start. */
export function startsSipLayer(line: string): boolean {
  return /^\s{0,40}Session Initiation Protocol(?: \(|$)/.test(line);
}

export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** `Media Description, name and address (m): audio 6000 RTP/AVP 4 98` -> `m=audio 6000 RTP/AVP 4 98` */
export function sdpLine(line: string): string | null {
  const found = /^[A-Z][\w ,/()-]{2,80} \(([abcemikopstuvrz])\): (.*)$/.exec(line.trim());
  return found ? `${found[1] ?? ''}=${found[2] ?? ''}` : null;
}

export interface ListedPacket {
  kind: 'request' | 'response';
  code: number | null;
  phrase: string | null;
  method: string | null;
  uri: string | null;
  source: Address | null;
  destination: Address | null;
  time: string | null;
}

const hostToken = /\d{1,3}(?:\.\d{1,3}){3}|(?<![\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}(?![\w:])/gi;

/**
 * A line of a packet list: number, time, source, destination, `SIP`, length, `Status: 401 Unauthorized`.
 * The columns may stand in any order; the protocol has to be named.
 */
export function listedPacket(line: string): ListedPacket | null {
  if (!line.includes('SIP')) return null;
  const at = line.search(/(?:Status|Request): /);
  if (at < 0) return null;
  const before = line.slice(0, Math.min(at, 400));
  if (!/(?:^|[\s",;|])SIP(?:\/\w{2,10}|\/XML)?[\s",;|:]/.test(before)) return null;
  const info = line.slice(at).replace(/["|]+\s*$/, '');
  const status = /^Status: ([1-9]\d\d)(?!\d)\s{0,3}([^|"]{0,120})/.exec(info);
  const request = /^Request: ([A-Z]{3,20}) (\S{1,400})/.exec(info);
  if (!status && !request) return null;
  const ends = before.match(hostToken) ?? [];
  const end = (host: string | undefined): Address | null =>
    host ? { host, port: null, transport: null } : null;
  const method =
    /\((INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE)\)/.exec(
      info,
    )?.[1];
  return {
    kind: status ? 'response' : 'request',
    code: status ? Number(status[1]) : null,
    phrase: status ? listedPhrase(status[2] ?? '') : null,
    method: request?.[1] ?? method ?? null,
    uri: request?.[2] ?? null,
    source: end(ends[0]),
    destination: end(ends[1]),
    time: /(?:^|[\s",;])(\d{1,7}\.\d{3,9}|\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?=[\s",;])/.exec(before)?.[1] ?? null,
  };
}

/** Wireshark puts "(1 binding)", "(REGISTER)" and "with session description" behind the phrase. */
function listedPhrase(text: string): string {
  return text
    .replace(/, with session description.*$/, '')
    .replace(/\s*\((?:[A-Z]{3,12}|\d{1,4} bindings?|text\/\S+|\w+\/\S+)\).*$/, '')
    .trim();
}
