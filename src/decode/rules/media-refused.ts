import { vias } from '../headers.ts';
import { audioCodecs, hasFax, isSecure, isWebRtc, offersKeys, sdpOf, shared, type Sdp } from '../sdp.ts';
import { finals, type View } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 488 and 606: what of the offer the other side does not take. */
export const mediaRefused: Rule = {
  id: 'media-refused',
  cases: [
    '/488/#no-common-codec',
    '/488/#srtp-mismatch',
    '/488/#webrtc-profile',
    '/488/#t38-refused',
    '/488/#change-refused',
    '/488/#address-or-ice',
    '/488/#no-capacity',
    '/488/#no-offer',
    '/606/#media-mismatch',
    '/606/#address-or-bandwidth',
  ],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const code = see.answer?.response.code;
      if (code !== 488 && code !== 606) continue;
      const one = explain(see, code);
      if (one && !found.some((other) => other.case === one.case)) found.push(one);
    }
    return found;
  },
};

function explain(see: View, code: 488 | 606): Found | null {
  const answer = see.answer;
  if (!answer) return null;
  const { request } = see.exchange;
  const offer = sdpOf(request);
  const far = farOffer(see);
  const warning = answer.response.warnings.map((entry) => entry.code);
  const warningLine = answer.message?.headers.find((header) => header.name === 'warning')?.line;
  const lines = [request?.line, answer.response.line, warningLine].filter((line) => line !== undefined);
  const facts: NonNullable<Found['facts']> = [];
  if (offer) facts.push({ label: 'offered', value: describe(offer) });
  if (far) facts.push({ label: 'other side', value: describe(far) });
  const found = (permalink: string, certainty: Found['certainty'], message: string): Found => ({
    case: permalink,
    certainty,
    evidence: lines,
    message,
    answer,
    facts,
  });
  if (warning.includes(370))
    return found(
      code === 606 ? '/606/#address-or-bandwidth' : '/488/#no-capacity',
      'sure',
      'Warning 370: there is not enough bandwidth for the call.',
    );
  if (
    code === 488 &&
    request?.complete &&
    request.method === 'INVITE' &&
    request.toTag === null &&
    request.body.trim() === ''
  )
    return found(
      '/488/#no-offer',
      'likely',
      'The INVITE has no media description, and the other side wants one: no codec was looked at.',
    );
  if (code === 606) {
    if (warning.some((entry) => entry === 300 || entry === 301 || entry === 330))
      return found(
        '/606/#address-or-bandwidth',
        'likely',
        `Warning ${warning[0] ?? ''} names the address or the network, not the codecs.`,
      );
    if (warning.some((entry) => entry >= 302 && entry <= 307))
      return found(
        '/606/#media-mismatch',
        'sure',
        `Warning ${warning.find((entry) => entry >= 302) ?? ''} names the media offered.`,
      );
    return null;
  }
  const log = logNear(see, answer.response.line);
  if (/crypto not negotiated|srtp (?:is )?(?:required|not)|requires? (?:srtp|encryption)/i.test(log))
    return found('/488/#srtp-mismatch', 'likely', 'A log line beside the refusal names encryption.');
  if (
    /no common codec|codec negotiation failed|no (?:compatible|matching) codec|codecs? (?:do not|don.t) match/i.test(
      log,
    )
  )
    return found(
      '/488/#no-common-codec',
      'likely',
      'A log line beside the refusal says that no codec is in common.',
    );
  if (hasFax(offer))
    return found(
      '/488/#t38-refused',
      'sure',
      'The refused request offers T.38 (m=image), and the other side takes no fax that way.',
    );
  if (offer && isWebRtc(offer) && !isWebSocketEnd(see)) {
    if (!far || !isWebRtc(far)) {
      if (far || !warning.includes(305))
        return found(
          '/488/#webrtc-profile',
          far ? 'likely' : 'maybe',
          'The offer is that of a browser (UDP/TLS/RTP/SAVPF with a fingerprint); the refusing side may be an ordinary phone or PBX that was not told of it.',
        );
    }
  }
  const offered = offer ? audioCodecs(offer) : [];
  const known = far ? audioCodecs(far) : [];
  const common = shared(offered, known);
  if (warning.includes(305) || (warning.includes(304) && !(offer?.media.some(isSecure) ?? false)))
    return found(
      '/488/#no-common-codec',
      'sure',
      `The Warning says that the other side knows none of the formats offered${offered.length > 0 ? ` (${offered.join(', ')})` : ''}.`,
    );
  if (offer && far && known.length > 0 && offered.length > 0) {
    const secure = offer.media.some(isSecure);
    const farSecure = far.media.some(isSecure);
    if (secure !== farSecure && common.length > 0)
      return found(
        '/488/#srtp-mismatch',
        'likely',
        `The offer is ${secure ? 'encrypted (RTP/SAVP)' : 'not encrypted (RTP/AVP)'}, and another session description of the far side is ${farSecure ? 'encrypted' : 'not'}.`,
      );
    if (common.length === 0)
      return found(
        '/488/#no-common-codec',
        'likely',
        `The codec lists do not meet: ${offered.join(', ')} against ${known.join(', ')}.`,
      );
  }
  if (offer?.media.some((media) => media.twice.length > 0))
    return found(
      '/488/#no-common-codec',
      'maybe',
      'One payload type number stands for two codecs in the offer: the other side may not take it.',
    );
  if (
    offer &&
    offer.media.filter((media) => media.kind === 'audio').length > 1 &&
    offer.media.some(isSecure) &&
    !offer.media.filter((media) => media.kind === 'audio').every(isSecure)
  )
    return found(
      '/488/#srtp-mismatch',
      'maybe',
      'The offer has two audio lines, one encrypted and one not: many devices take only one.',
    );
  if (warning.some((entry) => entry === 300 || entry === 301))
    return found(
      '/488/#address-or-ice',
      'likely',
      `Warning ${warning[0] ?? ''} names the network or address type.`,
    );
  if (request && request.toTag !== null)
    return found(
      '/488/#change-refused',
      'likely',
      'The 488 answers a change within the call: the call itself goes on as it was.',
    );
  if (
    offer &&
    (offer.connection === '0.0.0.0' || offer.media.some((media) => media.connection === '0.0.0.0'))
  )
    return found('/488/#address-or-ice', 'maybe', 'c= in the offer is 0.0.0.0.');
  if (offer && (offer.media.some(isSecure) || offersKeys(offer)))
    return found(
      '/488/#srtp-mismatch',
      'maybe',
      'The offer demands encryption; the refusing side may not allow it.',
    );
  if (
    /codec|compatible media|media type/i.test(
      [answer.response.reasonPhrase, ...answer.response.warnings.map((entry) => entry.text)].join(' '),
    )
  )
    return found('/488/#no-common-codec', 'likely', 'The text of the refusal names codecs or media.');
  if (offered.length > 0 && !offered.some((name) => /^PCM[AU]/i.test(name)))
    return found(
      '/488/#no-common-codec',
      'maybe',
      `The offer holds only ${offered.join(', ')}: neither G.711 form, which most devices take.`,
    );
  return null;
}

/** Log lines between the request and its refusal, and a few behind. */
function logNear(see: View, line: number): string {
  const from = see.exchange.request?.line ?? line - 20;
  return see.trace.words
    .filter((entry) => entry.line >= from && entry.line <= line + 10)
    .slice(-40)
    .map((entry) => entry.text)
    .join('\n');
}

/** A session description the far side sent in this call. */
function farOffer(see: View): Sdp | null {
  const { request } = see.exchange;
  if (!request) return null;
  const from = see.trace.hops[request.index]?.from;
  for (const message of see.messages) {
    const hop = see.trace.hops[message.index];
    if (
      message.index === request.index ||
      hop?.from === from ||
      (message.kind === request.kind && message.cseq === request.cseq && message.fromTag === request.fromTag)
    )
      continue;
    const sdp = sdpOf(message);
    if (sdp) return sdp;
  }
  return null;
}

function isWebSocketEnd(see: View): boolean {
  const { request } = see.exchange;
  const via = request ? vias(request)[0] : undefined;
  // Sent over WebSocket to a server that speaks it: the server decides by its own settings.
  return (
    via !== undefined &&
    /^WSS?$/.test(via.transport) &&
    see.answer?.response.warnings.some((entry) => entry.code === 305) === true
  );
}

function describe(sdp: Sdp): string {
  return sdp.media
    .slice(0, 6)
    .map(
      (media) =>
        `${media.kind} ${media.profile}: ${media.kind === 'audio' ? audioCodecs({ ...sdp, media: [media] }).join(', ') : media.formats.join(', ')}`,
    )
    .join('; ');
}
