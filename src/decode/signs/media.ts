/** Signs of the group "Media". */
import { audioCodecs, hasFax, isSecure, offersKeys, sdpOf, shared, type Sdp } from '../sdp.ts';
import { indexOf } from '../trace-index.ts';
import type { SignResult } from '../types.ts';
import type { View } from '../view.ts';

export function noOffer(see: View): SignResult {
  const { request } = see.exchange;
  if (!request || request.listed || see.exchange.method !== 'INVITE' || !request.complete) return null;
  return request.body.trim() === '' && (request.contentLength ?? 0) === 0;
}

/** Descriptions the far side sent anywhere in the trace; of very many the first hundred. */
function farDescriptions(see: View): Sdp[] {
  const { request } = see.exchange;
  if (!request) return [];
  const host = see.answer?.message?.source?.host ?? request.destination?.host ?? null;
  if (host === null) {
    return see.messages.flatMap((message) =>
      message.kind === 'response' && message.cseq === request.cseq ? (sdpOf(message) ?? []) : [],
    );
  }
  if (request.source?.host === host) return [];
  return (indexOf(see.trace).descriptions.get(host) ?? [])
    .slice(0, 100)
    .filter(
      ({ message }) =>
        message.index !== request.index && !(message.branch === request.branch && message.kind === 'request'),
    )
    .map(({ sdp }) => sdp);
}

export function codecsDiffer(see: View): SignResult {
  if (see.answer?.response.warnings.some((entry) => entry.code === 305)) return true;
  const offer = sdpOf(see.exchange.request);
  if (!offer) return null;
  const far = farDescriptions(see).filter((sdp) => audioCodecs(sdp).length > 0);
  const offered = audioCodecs(offer);
  if (far.length === 0 || offered.length === 0) return null;
  return far.every((sdp) => shared(offered, audioCodecs(sdp)).length === 0);
}

export function srtp(see: View): SignResult {
  const offer = sdpOf(see.exchange.request);
  if (!offer) return null;
  return offer.media.some(isSecure) || offersKeys(offer);
}

export function fax(see: View): SignResult {
  const all = see.messages.flatMap((message) => sdpOf(message) ?? []);
  return all.length === 0 ? null : all.some(hasFax);
}
