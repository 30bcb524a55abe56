/**
 * Wireshark's "Export PDUs to File" (link type 252): the way in which decrypted SIP over TLS gets into a file.
 * Tags with a length, then the message itself (epan/exported_pdu_tlvs.h of Wireshark).
 */
import { viewOf } from './byte-queue.ts';
import { endpoint, ipv4Text, ipv6Text } from './ip.ts';

export const EXPORTED_PDU = 252;

const END = 0;
const DISSECTOR = 12;
const IPV4_SOURCE = 20;
const IPV4_DESTINATION = 21;
const IPV6_SOURCE = 22;
const IPV6_DESTINATION = 23;
const PORT_TYPE = 24;
const SOURCE_PORT = 25;
const DESTINATION_PORT = 26;
const PORT_TYPE_UDP = 3;

export interface ExportedPdu {
  source: string;
  destination: string;
  udp: boolean;
  data: Uint8Array;
}

/** The SIP message in an exported PDU; undefined where it is of another protocol or broken. */
export function exportedSip(packet: Uint8Array): ExportedPdu | undefined {
  const view = viewOf(packet);
  let [source, destination, sourcePort, destinationPort] = ['', '', 0, 0];
  let udp = false;
  let dissector = '';
  for (let at = 0; at + 4 <= packet.length;) {
    const tag = view.getUint16(at);
    const length = view.getUint16(at + 2);
    at += 4;
    if (tag === END) {
      if (!/^sip/.test(dissector)) return undefined;
      return {
        source: endpoint(source, sourcePort),
        destination: endpoint(destination, destinationPort),
        udp,
        data: packet.subarray(at + length),
      };
    }
    if (at + length > packet.length) return undefined;
    const value = packet.subarray(at, at + length);
    if (tag === DISSECTOR) dissector = String.fromCharCode(...value.subarray(0, 32));
    else if (tag === IPV4_SOURCE && length === 4) source = ipv4Text(value);
    else if (tag === IPV4_DESTINATION && length === 4) destination = ipv4Text(value);
    else if (tag === IPV6_SOURCE && length === 16) source = ipv6Text(value);
    else if (tag === IPV6_DESTINATION && length === 16) destination = ipv6Text(value);
    else if (tag === PORT_TYPE && length === 4) udp = view.getUint32(at) === PORT_TYPE_UDP;
    else if (tag === SOURCE_PORT && length === 4) sourcePort = view.getUint32(at);
    else if (tag === DESTINATION_PORT && length === 4) destinationPort = view.getUint32(at);
    at += length;
  }
  return undefined;
}
