/** Session descriptions (RFC 8866), as far as an offer and its refusal are compared. */
import type { TraceMessage } from './types.ts';
import { table } from '../sip/table.ts';

export interface Media {
  /** `audio`, `video`, `image`. */
  kind: string;
  port: number | null;
  /** `RTP/AVP`, `RTP/SAVP`, `UDP/TLS/RTP/SAVPF`, `udptl`. */
  profile: string;
  /** Payload types or formats as they stand in the m= line. */
  formats: string[];
  /** Names by payload type: `0` -> `PCMU/8000`. */
  names: Record<string, string>;
  /** Payload types that are given two names. */
  twice: string[];
  connection: string | null;
  crypto: boolean;
  fingerprint: boolean;
  ice: boolean;
  /** sendrecv, sendonly, recvonly, inactive. */
  direction: string | null;
}

export interface Sdp {
  connection: string | null;
  fingerprint: boolean;
  ice: boolean;
  media: Media[];
}

/** Names of the static payload types that are still met (RFC 3551 §6). */
export const staticNames: Record<string, string> = table({
  '0': 'PCMU/8000',
  '3': 'GSM/8000',
  '4': 'G723/8000',
  '8': 'PCMA/8000',
  '9': 'G722/8000',
  '13': 'CN/8000',
  '15': 'G728/8000',
  '18': 'G729/8000',
  '26': 'JPEG/90000',
  '31': 'H261/90000',
  '34': 'H263/90000',
});

const known = new WeakMap<object, Sdp | null>();

/** The session description of a message, or null. */
export function sdpOf(message: Pick<TraceMessage, 'body'> | null | undefined): Sdp | null {
  if (!message || message.body === '') return null;
  const before = known.get(message);
  if (before !== undefined) return before;
  const sdp = /^v=/m.test(message.body) ? readSdp(message.body) : null;
  known.set(message, sdp);
  return sdp;
}

/** A session description (RFC 8866), as far as calls fail by it: at most 50 media lines of 100 formats each. What is malformed is left out. */
export function readSdp(body: string): Sdp {
  const sdp: Sdp = { connection: null, fingerprint: false, ice: false, media: [] };
  for (const raw of body.split('\n')) {
    const line = raw.trim();
    const value = line.slice(2).trim();
    const media = sdp.media.at(-1);
    switch (line.slice(0, 2)) {
      case 'c=': {
        const host = value.split(/\s+/)[2]?.split('/')[0] ?? null;
        if (media) media.connection = host;
        else sdp.connection = host;
        break;
      }
      case 'm=': {
        const [kind = '', port = '', profile = '', ...formats] = value.split(/\s+/);
        if (sdp.media.length >= 50) break;
        sdp.media.push({
          kind: kind.toLowerCase(),
          port: /^\d{1,5}/.test(port) ? Number.parseInt(port, 10) : null,
          profile: profile.toUpperCase(),
          formats: formats.slice(0, 100),
          names: table(),
          twice: [],
          connection: null,
          crypto: false,
          fingerprint: false,
          ice: false,
          direction: null,
        });
        break;
      }
      case 'a=':
        attribute(value, sdp, media);
        break;
      default:
    }
  }
  return sdp;
}

function attribute(value: string, sdp: Sdp, media: Media | undefined): void {
  const target = media ?? sdp;
  if (value.startsWith('fingerprint:')) target.fingerprint = true;
  else if (value.startsWith('ice-ufrag:') || value.startsWith('candidate:')) target.ice = true;
  if (!media) return;
  const map = /^rtpmap:(\d{1,3})\s+(\S{1,60})/.exec(value);
  if (map?.[1] && map[2]) {
    const before = media.names[map[1]];
    if (before !== undefined && before.toLowerCase() !== map[2].toLowerCase()) media.twice.push(map[1]);
    media.names[map[1]] = map[2];
  } else if (value.startsWith('crypto:')) media.crypto = true;
  else if (/^(?:sendrecv|sendonly|recvonly|inactive)$/.test(value)) media.direction = value;
}

/** Codecs of a media line by name, events and comfort noise left out. */
function codecs(media: Media): string[] {
  return media.formats
    .map((format) => media.names[format] ?? staticNames[format] ?? format)
    .filter((name) => !/^(?:telephone-event|CN|red|rtx|ulpfec)\b/i.test(name))
    .map((name) => name.split('/', 2).join('/'));
}

/** Codecs of all audio lines of a description. */
export function audioCodecs(sdp: Sdp): string[] {
  return [...new Set(sdp.media.filter((media) => media.kind === 'audio').flatMap(codecs))];
}

/** Names that stand in both lists; clock rates and capitals do not matter for G.7xx. */
export function shared(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(b.map((name) => name.toLowerCase()));
  return a.filter((name) => known.has(name.toLowerCase()));
}

/** Encrypted media: SAVP, SAVPF, or keys in the description. */
export function isSecure(media: Media): boolean {
  return /SAVP/.test(media.profile);
}

/** Whether any line brings keys for SRTP: SDES (RFC 4568) or a DTLS fingerprint (RFC 5763). */
export function offersKeys(sdp: Sdp): boolean {
  return sdp.fingerprint || sdp.media.some((media) => media.crypto || media.fingerprint);
}

/** WebRTC: DTLS-SRTP with feedback. */
export function isWebRtc(sdp: Sdp): boolean {
  return (
    sdp.media.some((media) => media.profile === 'UDP/TLS/RTP/SAVPF') &&
    (sdp.fingerprint || sdp.media.some((media) => media.fingerprint))
  );
}

/** Whether it offers fax over T.38. */
export function hasFax(sdp: Sdp | null): boolean {
  return (
    sdp?.media.some(
      (media) => media.kind === 'image' && media.formats.some((format) => /t38/i.test(format)),
    ) ?? false
  );
}
