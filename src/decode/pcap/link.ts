/** Takes the link layer off a packet. Numbers from the LINKTYPE registry of tcpdump.org. */
import { viewOf } from './byte-queue.ts';

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const PPPOE_SESSION = 0x8864;
/** 802.1Q, 802.1ad (QinQ), and two numbers in use before 802.1ad. */
const VLAN_TAGS = new Set([0x8100, 0x88a8, 0x9100, 0x9200]);
const MOST_TAGS = 8;

/** Address family of IPv6 in the headers of BSD loopback interfaces: NetBSD and OpenBSD, FreeBSD, macOS. */
const BSD_IPV6 = new Set([24, 28, 30]);
const BSD_IPV4 = 2;

/** The IP packet in a link-layer frame; `not-ip` for ARP and its like; `unknown` for a link type that is not read. */
export function ipPacketOf(
  linkType: number,
  frame: Uint8Array,
): Uint8Array | 'not-ip' | 'unknown' | 'broken' {
  switch (linkType) {
    case 1: // Ethernet
      return frame.length < 14 ? 'broken' : byEtherType(frame, 12);
    case 0: // BSD loopback, byte order of the machine that captured
    case 108: {
      // OpenBSD loopback, network byte order
      if (frame.length < 4) return 'broken';
      const view = viewOf(frame);
      const families = [view.getUint32(0, false), ...(linkType === 0 ? [view.getUint32(0, true)] : [])];
      return families.some((family) => family === BSD_IPV4 || BSD_IPV6.has(family))
        ? byVersion(frame.subarray(4))
        : 'not-ip';
    }
    case 9: // PPP
      return byPpp(frame);
    case 12: // raw IP, as libpcap numbers it on most systems
    case 14: // and on OpenBSD
    case 101:
    case 228: // IPv4 only
    case 229: // IPv6 only
      return byVersion(frame);
    case 113: // Linux cooked, version 1: "any" interface
      return frame.length < 16 ? 'broken' : byEtherType(frame, 14);
    case 276: // Linux cooked, version 2
      return frame.length < 20 ? 'broken' : cooked2(frame);
    default:
      return 'unknown';
  }
}

/** @param at where the EtherType stands; tags and payload follow it. */
function byEtherType(frame: Uint8Array, at: number): ReturnType<typeof ipPacketOf> {
  const view = viewOf(frame);
  let place = at;
  for (let tags = 0; tags <= MOST_TAGS; tags++) {
    if (place + 2 > frame.length) return 'broken';
    const type = view.getUint16(place);
    if (!VLAN_TAGS.has(type)) return byType(type, frame.subarray(place + 2));
    place += 4;
  }
  return 'broken';
}

function byType(type: number, payload: Uint8Array): ReturnType<typeof ipPacketOf> {
  if (type === IPV4 || type === IPV6) return payload;
  // Six bytes of PPPoE, then PPP without its address bytes.
  if (type === PPPOE_SESSION) return byPpp(payload.subarray(6));
  return 'not-ip';
}

/** Version 2 has the type first and twenty bytes of header; a VLAN tag still stands before the payload. */
function cooked2(frame: Uint8Array): ReturnType<typeof ipPacketOf> {
  const type = viewOf(frame).getUint16(0);
  const payload = frame.subarray(20);
  if (!VLAN_TAGS.has(type)) return byType(type, payload);
  return payload.length < 4 ? 'broken' : byEtherType(payload, 2);
}

function byPpp(frame: Uint8Array): ReturnType<typeof ipPacketOf> {
  const payload = frame[0] === 0xff && frame[1] === 0x03 ? frame.subarray(2) : frame;
  // The protocol is one byte where it is odd (RFC 1661 §6.5).
  const short = ((payload[0] ?? 0) & 1) === 1;
  const protocol = short ? (payload[0] ?? 0) : ((payload[0] ?? 0) << 8) | (payload[1] ?? 0);
  return protocol === 0x21 || protocol === 0x57 ? payload.subarray(short ? 1 : 2) : 'not-ip';
}

function byVersion(packet: Uint8Array): ReturnType<typeof ipPacketOf> {
  const version = (packet[0] ?? 0) >> 4;
  return version === 4 || version === 6 ? packet : 'not-ip';
}
