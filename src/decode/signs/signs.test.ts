import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decodeTrace } from '../decode.ts';
import { sampleTrace } from '../sample-flow.ts';
import { callView, decidingView } from '../view.ts';
import { signs, signsOf } from './index.ts';

const login =
  'Authorization: Digest username="5550140", realm="r", nonce="n", uri="sip:example.com", response="0"';
const challenge = 'WWW-Authenticate: Digest realm="r", nonce="n"';

/** A flow that shows the sign, one that shows that it is not so or decides nothing. */
const samples: Record<string, { shown: string; not: string; as?: string; own?: string }> = {
  'after-credentials': {
    shown: `0 A>B REGISTER 2 | ${login}\n0.1 B>A 403 2 REGISTER`,
    not: '0 A>B REGISTER 2\n0.1 B>A 403 2 REGISTER',
  },
  'without-credentials': {
    shown: '0 A>B REGISTER 2\n0.1 B>A 403 2 REGISTER',
    not: `0 A>B REGISTER 1\n0.1 B>A 401 1 REGISTER | ${challenge}\n0.2 A>B REGISTER 2\n0.3 B>A 403 2 REGISTER`,
  },
  'challenged-again': {
    shown: `0 A>B REGISTER 1\n0.1 B>A 401 1 REGISTER | ${challenge}\n0.2 A>B REGISTER 2 | ${login}\n0.3 B>A 401 2 REGISTER | ${challenge}`,
    not: `0 A>B REGISTER 1\n0.1 B>A 401 1 REGISTER | ${challenge}`,
  },
  stale: {
    shown: `0 A>B REGISTER 1\n0.1 B>A 401 1 REGISTER | ${challenge}, stale=TRUE`,
    not: `0 A>B REGISTER 1\n0.1 B>A 401 1 REGISTER | ${challenge}, stale=false`,
  },
  'from-differs': {
    shown: `0 A>B INVITE 2 | ${login.replace('5550140', 'trunk')}\n0.1 B>A 403 2`,
    not: `0 A>B INVITE 2 | ${login.replace('5550140', '5550140@example.com')}\n0.1 B>A 403 2`,
  },
  'on-register': { shown: '0 A>B REGISTER 1\n0.1 B>A 403 1 REGISTER', not: '0 A>B INVITE 1\n0.1 B>A 403 1' },
  'on-invite': { shown: '0 A>B INVITE 1\n0.1 B>A 403 1', not: '0 A>B INVITE 2 D\n0.1 B>A 403 2' },
  'in-call': { shown: '0 A>B UPDATE 2 D\n0.1 B>A 405 2 UPDATE', not: '0 A>B INVITE 1\n0.1 B>A 405 1' },
  'on-transfer': {
    shown: '0 A>B INVITE 1 | Replaces: a;to-tag=b;from-tag=c\n0.1 B>A 481 1',
    not: '0 A>B INVITE 1\n0.1 B>A 481 1',
  },
  'on-bye': { shown: '0 A>B BYE 2 D\n0.1 B>A 481 2 BYE', not: '0 A>B INVITE 1\n0.1 B>A 481 1' },
  'on-cancel': { shown: '0 A>B CANCEL 1\n0.1 B>A 481 1 CANCEL', not: '0 A>B INVITE 1\n0.1 B>A 481 1' },
  'on-options': { shown: '0 A>B OPTIONS 1\n0.1 B>A 404 1 OPTIONS', not: '0 A>B INVITE 1\n0.1 B>A 404 1' },
  'on-subscription': {
    shown: '0 A>B PUBLISH 1\n0.1 B>A 412 1 PUBLISH',
    not: '0 A>B INVITE 1\n0.1 B>A 404 1',
  },
  'on-message': { shown: '0 A>B MESSAGE 1\n0.1 B>A 415 1 MESSAGE', not: '0 A>B INVITE 1\n0.1 B>A 415 1' },
  immediate: { shown: '0 A>B INVITE 1\n1.9 B>A 486 1', not: '0 A>B INVITE 1\n0.5 B>A 180 1\n1.9 B>A 486 1' },
  'after-ringing': {
    shown: '0 A>B INVITE 1\n1 B>A 180 1\n5 B>A 486 1',
    not: '0 A>B INVITE 1\n1 B>A 100 1\n5 B>A 486 1',
  },
  'after-announcement': {
    shown: '0 A>B INVITE 1\n1 B>A 183 1 sdp=pcma\n5 B>A 404 1',
    not: '0 A>B INVITE 1\n1 B>A 183 1\n5 B>A 404 1',
  },
  'after-32-seconds': {
    shown: '0 A>B INVITE 1\n32 B>A 408 1',
    not: '0 A>B INVITE 1\n20 B>A 408 1',
  },
  'fixed-seconds': {
    shown:
      '0 A>B INVITE 1\n1 B>A 180 1\n21 B>A 408 1\n30 A>B INVITE 1 id=x@y\n31 B>A 180 1 id=x@y\n51.2 B>A 408 1 id=x@y',
    not: '0 A>B INVITE 1\n1 B>A 180 1\n21 B>A 408 1',
  },
  'varying-seconds': {
    shown:
      '0 A>B INVITE 1\n1 B>A 180 1\n21 B>A 408 1\n30 A>B INVITE 1 id=x@y\n31 B>A 180 1 id=x@y\n36 B>A 408 1 id=x@y',
    not: '0 A>B INVITE 1\n1 B>A 180 1\n21 B>A 408 1',
  },
  'after-fixed-minutes': {
    shown: '0 A>B INVITE 1\n1 B>A 200 1\n1.1 A>B ACK 1\n901 B>A BYE 1 R D\n901.1 A>B 200 1 BYE',
    not: '0 A>B INVITE 1\n1 B>A 200 1\n1.1 A>B ACK 1\n600 B>A BYE 1 R D\n600.1 A>B 200 1 BYE',
  },
  silence: { shown: '0 A>B INVITE 1\n0.5 A>B INVITE 1', not: '0 A>B INVITE 1\n0.5 B>A 404 1' },
  'only-100': {
    shown: '0 A>B INVITE 1\n0.1 B>A 100 1\n32 B>A 408 1',
    not: '0 A>B INVITE 1\n0.1 B>A 100 1\n1 B>A 180 1\n32 B>A 408 1',
  },
  'number-form': {
    shown: '0 A>B INVITE 1 uri=sip:0015550123@example.com | To: <sip:5550123@example.com>\n0.1 B>A 404 1',
    not: '0 A>B INVITE 1\n0.1 B>A 404 1',
  },
  forwarded: {
    shown: '0 A>B INVITE 1 | Diversion: <sip:5550100@example.com>\n0.1 B>A 403 1',
    not: '0 A>B INVITE 1 | History-Info: <sip:a@example.com>;index=1\n0.1 B>A 403 1',
  },
  'worked-at-first': {
    shown:
      '0 A>B REGISTER 1 id=x@y\n0.1 B>A 200 1 REGISTER id=x@y\n60 A>B REGISTER 2\n60.1 B>A 403 2 REGISTER',
    not: '0 A>B REGISTER 2\n0.1 B>A 403 2 REGISTER',
  },
  'q850-reason': {
    shown: '0 A>B INVITE 1\n0.1 B>A 486 1 | Reason: Q.850;cause=17',
    not: '0 A>B INVITE 1\n0.1 B>A 486 1 | Reason: SIP;cause=486',
    as: 'q850-reason:17',
  },
  warning: {
    shown: '0 A>B INVITE 1\n0.1 B>A 488 1 | Warning: 370 b "x"',
    not: '0 A>B INVITE 1\n0.1 B>A 488 1',
    as: 'warning:370',
  },
  'reason-sip': {
    shown: '0 A>B INVITE 1\n1 A>B CANCEL 1 | Reason: SIP;cause=200\n1.1 B>A 487 1',
    not: '0 A>B INVITE 1\n1.1 B>A 487 1',
    as: 'reason-sip:200',
  },
  'retry-after': {
    shown: '0 A>B INVITE 1\n0.1 B>A 503 1 | Retry-After: 30',
    not: '0 A>B INVITE 1\n0.1 B>A 503 1',
  },
  repeated: {
    shown: '0 A>B INVITE 1\n0.1 B>A 404 1\n0.6 B>A 404 1',
    not: '0 A>B INVITE 1\n0.1 B>A 404 1',
  },
  'cancel-seen': {
    shown: '0 A>B INVITE 1\n1 A>B CANCEL 1\n1.1 B>A 487 1',
    not: '0 A>B INVITE 1\n1.1 B>A 487 1',
  },
  'no-cancel': {
    shown: '0 A>B INVITE 1\n1.1 B>A 487 1',
    not: '0 A>B INVITE 1\n1 A>B CANCEL 1\n1.1 B>A 487 1',
  },
  'several-phones': {
    shown: '0 A>B INVITE 1\n1 B>A 180 1 tag=x\n1 B>A 180 1 tag=y\n5 B>A 486 1',
    not: '0 A>B INVITE 1\n1 B>A 180 1 tag=x\n5 B>A 486 1 tag=proxy',
  },
  'contact-other': {
    shown: '0 A>B INVITE 1\n0.1 B>A 302 1 | Contact: <sip:x@example.com>',
    not: '0 A>B INVITE 1\n0.1 B>A 486 1 | Contact: <sip:x@example.com>',
  },
  identity: {
    shown: '0 A>B INVITE 1 | Identity: abc\n0.1 B>A 438 1',
    not: '0 A>B INVITE 1\n0.1 B>A 428 1',
  },
  'no-offer': { shown: '0 A>B INVITE 1\n0.1 B>A 488 1', not: '0 A>B INVITE 1 sdp=pcma\n0.1 B>A 488 1' },
  'codecs-differ': {
    shown: '0 A>B INVITE 1 sdp=g729\n0.1 B>A 488 1\n9 B>A INVITE 1 id=x@y sdp=pcma',
    not: '0 A>B INVITE 1 sdp=pcma\n0.1 B>A 488 1\n9 B>A INVITE 1 id=x@y sdp=pcma',
  },
  srtp: { shown: '0 A>B INVITE 1 sdp=savp\n0.1 B>A 488 1', not: '0 A>B INVITE 1 sdp=pcma\n0.1 B>A 488 1' },
  fax: { shown: '0 A>B INVITE 2 D sdp=t38\n0.1 B>A 488 2', not: '0 A>B INVITE 2 D sdp=pcma\n0.1 B>A 488 2' },
  'private-address': {
    shown: '0 A>B INVITE 1 | Contact: <sip:a@192.168.1.2>\n0.1 B>A 403 1',
    not: '0 A>B INVITE 1 | Contact: <sip:a@192.0.2.10>\n0.1 B>A 403 1',
  },
  'address-host': {
    shown: '0 A>B INVITE 1 uri=sip:5550123@203.0.113.5\n0.1 B>A 404 1',
    not: '0 A>B INVITE 1\n0.1 B>A 404 1',
  },
  registered: {
    shown:
      '0 A>B REGISTER 1 id=x@y | Expires: 600\n0.1 B>A 200 1 REGISTER id=x@y\n60 A>B INVITE 1\n60.1 B>A 404 1',
    not: '0 A>B REGISTER 1 id=x@y | Expires: 30\n0.1 B>A 200 1 REGISTER id=x@y\n60 A>B INVITE 1\n60.1 B>A 404 1',
  },
  'large-over-udp': {
    shown: `0 A>B INVITE 1 | X: ${'x'.repeat(1300)}\n0.1 B>A 513 1`,
    not: '0 A>B INVITE 1\n0.1 B>A 513 1',
  },
  'over-tls': {
    shown: '0 A>B INVITE 1 | Via: SIP/2.0/TLS 192.0.2.10;branch=z9hG4bKt\n0.1 B>A 403 1 br=z9hG4bKt',
    not: '0 A>B INVITE 1\n0.1 B>A 403 1',
  },
  webrtc: {
    shown: '0 A>B INVITE 1 sdp=webrtc\n0.1 B>A 488 1',
    not: '0 A>B INVITE 1 sdp=pcma\n0.1 B>A 488 1',
  },
  malformed: {
    shown: '0 A>B INVITE 1 | Max-Forwards: 70 | Max-Forwards: 70\n0.1 B>A 400 1',
    not: '0 A>B INVITE 1\n0.1 B>A 400 1',
  },
  'length-wrong': {
    shown: '0 A>B INVITE 1 sdp=pcma | Content-Length: 7\n0.1 B>A 400 1',
    not: '0 A>B INVITE 1 sdp=pcma\n0.1 B>A 400 1',
  },
  outgoing: {
    own: '192.0.2.10',
    shown: '0 A>B INVITE 1\n0.1 B>A 404 1',
    not: '0 B>A INVITE 1\n0.1 A>B 404 1',
  },
  incoming: {
    own: '192.0.2.10:5060',
    shown: '0 B>A INVITE 1\n0.1 A>B 404 1',
    not: '0 A>B INVITE 1\n0.1 B>A 404 1',
  },
  'own-server': {
    own: '192.0.2.10',
    shown: '0 A>B OPTIONS 1 id=x@y | User-Agent: Switch 7\n1 B>C INVITE 1\n1.1 C>B 404 1 | Server: Switch 7',
    not: '0 B>C INVITE 1\n0.1 C>B 404 1 | Server: Switch 7\n1 A>B OPTIONS 1 id=x@y | User-Agent: Phone 7',
  },
  strangers: {
    shown: ['1', '2', '3', '4', '5']
      .map(
        (user) =>
          `${user} A>B INVITE 1 id=${user}@y uri=sip:${user}@example.com\n${user}.1 B>A 404 1 id=${user}@y`,
      )
      .join('\n'),
    not: '0 A>B INVITE 1\n0.1 B>A 404 1',
  },
};

function shownBy(flow: string, own?: string): string[] {
  const trace = decodeTrace(sampleTrace(flow), { own: own === undefined ? [] : [own] });
  const view = callView(trace, trace.summary.call ?? 0);
  const see = view && decidingView(view);
  return see ? signsOf(see) : [];
}

describe('signs', () => {
  it.each(Object.entries(samples))('%s', (id, { shown, not, as, own }) => {
    expect(shownBy(shown, own)).toContain(as ?? id);
    expect(shownBy(not, own).map((sign) => sign.split(':', 1)[0])).not.toContain(id);
  });

  it('names a code that only the log knows', () => {
    const text = `${sampleTrace('0 A>B INVITE 1')}\n-- Got SIP response 503 "Service Unavailable" back from 203.0.113.5\n`;
    const trace = decodeTrace(text);
    const place = trace.calls.findIndex((call) => call.finalCode === 503);
    const view = callView(trace, place);
    const see = view && decidingView(view);
    expect(see ? signsOf(see) : []).toContain('not-on-the-wire');
  });

  it('has a function for each sign a trace can show, and for no other', () => {
    const vocabulary = parse(
      readFileSync(new URL('../../../content/signs.yaml', import.meta.url), 'utf8'),
    ) as {
      id: string;
      seen: string;
    }[];
    const readable = vocabulary.filter((sign) => sign.seen !== 'person').map((sign) => sign.id);
    expect(Object.keys(signs).sort()).toEqual(readable.sort());
  });

  it.each(['outgoing', 'incoming', 'own-server'])(
    'decides nothing of %s before the reader names his own',
    (id) => {
      const { shown = '' } = samples[id] ?? {};
      expect(shownBy(shown)).not.toContain(id);
    },
  );

  it('has a sample for each but the one that needs a log', () => {
    const without = Object.keys(signs).filter((id) => !(id in samples));
    expect(without).toEqual(['not-on-the-wire']);
  });
});
