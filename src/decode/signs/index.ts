/** The signs of content/signs.yaml that a trace shows, one small function for each id. */
import type { SignResult } from '../types.ts';
import type { View } from '../view.ts';
import * as carries from './carries.ts';
import * as credentials from './credentials.ts';
import * as media from './media.ts';
import * as network from './network.ts';
import * as request from './request.ts';
import * as timing from './timing.ts';

export const signs: Readonly<Record<string, (see: View) => SignResult>> = {
  'after-credentials': credentials.afterCredentials,
  'without-credentials': credentials.withoutCredentials,
  'challenged-again': credentials.challengedAgain,
  stale: credentials.stale,
  'from-differs': credentials.fromDiffers,
  'on-register': request.onRegister,
  'on-invite': request.onInvite,
  'in-call': request.inCall,
  'on-transfer': request.onTransfer,
  'on-bye': request.onBye,
  'on-cancel': request.onCancel,
  'on-options': request.onOptions,
  'on-subscription': request.onSubscription,
  'on-message': request.onMessage,
  immediate: timing.immediate,
  'after-ringing': timing.afterRinging,
  'after-announcement': timing.afterAnnouncement,
  'after-32-seconds': timing.after32Seconds,
  'fixed-seconds': timing.fixedSeconds,
  'varying-seconds': timing.varyingSeconds,
  'after-fixed-minutes': timing.afterFixedMinutes,
  silence: timing.silence,
  'only-100': timing.only100,
  outgoing: carries.outgoing,
  incoming: carries.incoming,
  'number-form': carries.numberForm,
  forwarded: carries.forwarded,
  'worked-at-first': carries.workedAtFirst,
  'q850-reason': carries.q850Reason,
  warning: carries.warning,
  'reason-sip': carries.reasonSip,
  'retry-after': carries.retryAfter,
  'own-server': carries.ownServer,
  'not-on-the-wire': carries.notOnTheWire,
  repeated: carries.repeated,
  'cancel-seen': carries.cancelSeen,
  'no-cancel': carries.noCancel,
  'several-phones': carries.severalPhones,
  'contact-other': carries.contactOther,
  identity: carries.identity,
  'no-offer': media.noOffer,
  'codecs-differ': media.codecsDiffer,
  srtp: media.srtp,
  fax: media.fax,
  'private-address': network.privateAddress,
  'address-host': carries.addressHost,
  registered: network.registered,
  'large-over-udp': network.largeOverUdp,
  'over-tls': network.overTls,
  webrtc: network.webrtc,
  malformed: network.malformed,
  'length-wrong': network.lengthWrong,
  strangers: network.strangers,
};

/** Ids of the signs a view shows; a sign with values stands once for each: `q850-reason:17`. */
export function signsOf(see: View): string[] {
  const found: string[] = [];
  for (const [id, look] of Object.entries(signs)) {
    const result = look(see);
    if (result === true) found.push(id);
    else if (Array.isArray(result)) found.push(...result.map((value) => `${id}:${value}`));
  }
  return found;
}
