/**
 * HEP, the protocol in which proxies and capture agents send copies of SIP to Homer: the copy is the payload of a
 * datagram, its addresses and its time stand before it. Version 3 is a list of chunks (vendor, type, length, value);
 * versions 1 and 2 are a fixed header (src/capture_eep.h of sngrep has both).
 */
import { viewOf } from './byte-queue.ts';
import { endpoint, ipv4Text, ipv6Text, TCP } from './ip.ts';
import { skipEmptyLines, startsSip } from './start-line.ts';

const FAMILY_IPV4 = 2;
const FAMILY_IPV6 = 10;

const PROTOCOL = 2;
const IPV4_SOURCE = 3;
const IPV4_DESTINATION = 4;
const IPV6_SOURCE = 5;
const IPV6_DESTINATION = 6;
const SOURCE_PORT = 7;
const DESTINATION_PORT = 8;
const SECONDS = 9;
const MICROSECONDS = 10;
const PAYLOAD_TYPE = 11;
const PAYLOAD = 15;
const PAYLOAD_IS_SIP = 1;

export interface HepPacket {
  source: string;
  destination: string;
  tcp: boolean;
  /** Microseconds since 1970; null where the header has none. */
  time: number | null;
  data: Uint8Array;
}

/** The SIP message that a datagram carries to Homer; undefined where it carries none. */
export function hepSip(datagram: Uint8Array): HepPacket | undefined {
  if (datagram.length < 8) return undefined;
  const magic = String.fromCharCode(...datagram.subarray(0, 4));
  if (magic === 'HEP3') return version3(datagram);
  const version = datagram[0] ?? 0;
  return version === 1 || version === 2 ? fixedHeader(datagram) : undefined;
}

function version3(datagram: Uint8Array): HepPacket | undefined {
  const view = viewOf(datagram);
  const end = Math.min(view.getUint16(4), datagram.length);
  let [source, destination, sourcePort, destinationPort] = ['', '', 0, 0];
  let [seconds, micro] = [-1, 0];
  let tcp = false;
  let data: Uint8Array | undefined;
  for (let at = 6; at + 6 <= end;) {
    const length = view.getUint16(at + 4);
    if (length < 6 || at + length > end) return undefined;
    const value = datagram.subarray(at + 6, at + length);
    const number =
      value.length === 2 ? view.getUint16(at + 6) : value.length === 4 ? view.getUint32(at + 6) : -1;
    // Chunks of vendors come after the generic ones and may have the same numbers.
    const type = view.getUint16(at) === 0 ? view.getUint16(at + 2) : -1;
    if (type === PROTOCOL) tcp = value[0] === TCP;
    else if (type === IPV4_SOURCE && value.length === 4) source = ipv4Text(value);
    else if (type === IPV4_DESTINATION && value.length === 4) destination = ipv4Text(value);
    else if (type === IPV6_SOURCE && value.length === 16) source = ipv6Text(value);
    else if (type === IPV6_DESTINATION && value.length === 16) destination = ipv6Text(value);
    else if (type === SOURCE_PORT && number >= 0) sourcePort = number;
    else if (type === DESTINATION_PORT && number >= 0) destinationPort = number;
    else if (type === SECONDS && number >= 0) seconds = number;
    else if (type === MICROSECONDS && number >= 0 && number < 1e6) micro = number;
    else if (type === PAYLOAD_TYPE && value[0] !== PAYLOAD_IS_SIP) return undefined;
    else if (type === PAYLOAD) data = value;
    at += length;
  }
  if (!data || source === '' || destination === '') return undefined;
  return {
    source: endpoint(source, sourcePort),
    destination: endpoint(destination, destinationPort),
    tcp,
    time: seconds < 0 ? null : seconds * 1_000_000 + micro,
    data,
  };
}

/** The time of version 2 is in the byte order of the sender and is left to the packet. */
function fixedHeader(datagram: Uint8Array): HepPacket | undefined {
  const view = viewOf(datagram);
  const [length = 0, family = 0, protocol = 0] = datagram.subarray(1);
  const size = family === FAMILY_IPV4 ? 4 : family === FAMILY_IPV6 ? 16 : 0;
  if (size === 0 || length < 8 + 2 * size || length >= datagram.length) return undefined;
  const data = datagram.subarray(length);
  if (startsSip(data, skipEmptyLines(data), true) !== 'yes') return undefined;
  const text = size === 4 ? ipv4Text : ipv6Text;
  return {
    source: endpoint(text(datagram.subarray(8, 8 + size)), view.getUint16(4)),
    destination: endpoint(text(datagram.subarray(8 + size, 8 + 2 * size)), view.getUint16(6)),
    tcp: protocol === TCP,
    time: null,
    data,
  };
}
