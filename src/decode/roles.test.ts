import { describe, expect, it } from 'vitest';
import { decodeTrace } from './decode.ts';
import { roleWords, subjectOf } from './roles.ts';
import { sampleTrace } from './sample-flow.ts';

const challenge = 'WWW-Authenticate: Digest realm="r", nonce="n"';
const login =
  'Authorization: Digest username="5550140", realm="r", nonce="n", uri="sip:example.com", response="0"';

/** Roles by address, as the main call words them. */
function roles(flow: string, own: string[] = []): Record<string, string> {
  const trace = decodeTrace(sampleTrace(flow), { own });
  const call = trace.calls[trace.summary.call ?? -1];
  return Object.fromEntries(
    trace.participants.map((participant) => [
      participant.address?.host ?? participant.id,
      roleWords(trace, participant, call),
    ]),
  );
}

describe('rolesOf', () => {
  it('calls the provider what asks a PBX for credentials', () => {
    expect(roles(`0 A>B INVITE 1 | User-Agent: Asterisk PBX 20.5.0\n0.1 B>A 401 1 | ${challenge}`)).toEqual({
      '192.0.2.10': '',
      '203.0.113.5': 'provider',
    });
  });

  it('is not sure of a provider that is a PBX program itself', () => {
    expect(
      roles(
        `0 A>B INVITE 1 | User-Agent: FPBX-16.0.40(18.20.0)\n0.1 B>A 407 1 | Server: Asterisk PBX 18.9 | Proxy-Authenticate: Digest realm="r", nonce="n"`,
      )['203.0.113.5'],
    ).toBe('may be the provider');
  });

  it('says registrar, not provider, where a phone registers', () => {
    expect(
      roles(
        `0 A>B REGISTER 1 | User-Agent: Yealink SIP-T46U 108.86.0.20\n0.1 B>A 401 1 REGISTER | ${challenge}`,
      ),
    ).toEqual({ '192.0.2.10': 'phone', '203.0.113.5': 'registrar' });
  });

  it('tells the phone that calls from the one that is called', () => {
    expect(
      roles(
        '0 A>B INVITE 1 | User-Agent: snomD785/10.1\n0.1 B>C INVITE 1\n1 C>B 486 1 | Contact: <sip:5550123@198.51.100.20> | User-Agent: Grandstream GXP2170 1.0',
      ),
    ).toMatchObject({ '192.0.2.10': 'caller’s phone', '198.51.100.20': 'called phone' });
  });

  it('takes no Server header for that of a sender who may only have passed it on', () => {
    expect(roles('0 A>B INVITE 1\n1 B>A 486 1 | Server: Yealink SIP-T46U 108.86.0.20')['203.0.113.5']).toBe(
      '',
    );
    expect(
      roles(
        '0 A>B INVITE 1 | User-Agent: MicroSIP/3.21\n0.1 B>C INVITE 1 id=other | User-Agent: MicroSIP/3.21\n1 C>B 486 1 id=other',
      )['203.0.113.5'],
    ).toBe('');
  });

  it('names a proxy by its Via above another’s', () => {
    const text = sampleTrace('0 B>C INVITE 1').replace(
      /^(Via: .*)$/m,
      '$1\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKbelow',
    );
    const trace = decodeTrace(text);
    expect(trace.participants.map(({ role }) => role?.name)).toEqual(['proxy', undefined]);
  });

  it('says nothing where a participant is two programs', () => {
    expect(
      roles(
        '0 A>B INVITE 1 id=a | User-Agent: Asterisk PBX 20\n1 A>B INVITE 1 id=b | User-Agent: MicroSIP/3.21',
      )['192.0.2.10'],
    ).toBe('');
  });

  it('takes the reader’s word for his own system', () => {
    const flow = `0 A>B INVITE 1 | User-Agent: Asterisk PBX 20.5.0\n0.1 B>A 401 1 | ${challenge}\n0.2 A>B INVITE 2 | ${login}\n1 B>A 403 2`;
    expect(roles(flow, ['192.0.2.10'])).toEqual({ '192.0.2.10': 'your PBX', '203.0.113.5': 'provider' });
  });
});

it('names a participant for a sentence, whatever is known of it', () => {
  const trace = decodeTrace(
    sampleTrace(`0 A>B REGISTER 1 | User-Agent: Linphone/5\n0.1 B>A 401 1 REGISTER | ${challenge}`),
  );
  expect(subjectOf(trace, '203.0.113.5:5060')).toBe('the registrar (203.0.113.5)');
  expect(subjectOf(trace, '203.0.113.5:5060', undefined, true)).toBe('the registrar, 203.0.113.5,');
  expect(subjectOf(trace, 'nobody')).toBeNull();
});

describe('who refused', () => {
  const flow = (code: number) => `
    0 A>B INVITE 1
    0.1 B>C INVITE 1 br=z9hG4bKb
    4 C>B 486 1 br=z9hG4bKb tag=c | Contact: <sip:5550123@198.51.100.20> | User-Agent: snomD785/10.1
    4.1 B>A ${code} 1 tag=c`;
  it('is the one behind the proxy that passed it on', () => {
    expect(decodeTrace(sampleTrace(flow(486))).summary).toMatchObject({
      by: '203.0.113.5:5060',
      sentence: expect.stringMatching(
        /^The called phone, 198\.51\.100\.20, refused the call with 486 Busy Here; 203\.0\.113\.5 passed it on\.$/,
      ) as string,
    });
  });
  it('is the proxy where it made another answer of it', () => {
    expect(decodeTrace(sampleTrace(flow(404))).summary.sentence).toMatch(/^203\.0\.113\.5 refused/);
  });
});
