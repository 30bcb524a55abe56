import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { challengeRepeated } from './challenge-repeated.ts';

describe('challenge-repeated', () => {
  it('stale=true: the nonce was old', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B REGISTER 1
      0.1 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 401 2 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n2", stale=TRUE
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#stale-nonce' });
  });

  it('the same realm and a new nonce: the password', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B REGISTER 1
      0.1 B>A 401 1 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 401 2 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n2"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#wrong-password' });
  });

  it('credentials for another realm', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="asterisk", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 401 2 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#wrong-realm' });
  });

  it('an answer with another algorithm', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 401 2 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n1", algorithm=SHA-256
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#algorithm' });
  });

  it('uri is not the Request-URI', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B REGISTER 2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:192.0.2.99", response="00"
      0.3 B>A 401 2 REGISTER | WWW-Authenticate: Digest realm="example.com", nonce="n2"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#answer-not-recognised' });
  });

  it('the CSeq of the request before', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B REGISTER 1 br=z9hG4bK1
      0.1 B>A 401 1 REGISTER br=z9hG4bK1 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
      0.2 A>B REGISTER 1 br=z9hG4bK2 | Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:example.com", response="00"
      0.3 B>A 401 1 REGISTER br=z9hG4bK2 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/401/#answer-not-recognised' });
  });

  it('407 again', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B INVITE 2 | Proxy-Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:5550123@example.com", response="00"
      0.3 B>A 407 2 | Proxy-Authenticate: Digest realm="example.com", nonce="n2"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#second-407' });
  });

  it('a second proxy asks for its own realm', () => {
    const found = foundBy(
      challengeRepeated,
      `
      0 A>B INVITE 2 | Proxy-Authorization: Digest username="5550140", realm="example.com", nonce="n1", uri="sip:5550123@example.com", response="00"
      0.3 B>A 407 2 | Proxy-Authenticate: Digest realm="example.net", nonce="n1"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/407/#several-proxies' });
  });
});
