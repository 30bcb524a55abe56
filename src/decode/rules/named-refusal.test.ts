import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { namedRefusal } from './named-refusal.ts';

describe('named-refusal', () => {
  it('Not relaying', () => {
    const found = foundBy(
      namedRefusal,
      `
      0 A>B INVITE 1
      0.1 B>A 403 1 phrase=Not_relaying
    `,
    );
    expect(found[0]).toMatchObject({ case: '/403/#not-relaying' });
  });

  it('Network Blocked', () => {
    const found = foundBy(
      namedRefusal,
      `
      0 A>B INVITE 1
      0.1 B>A 603 1 phrase=Network_Blocked | Reason: SIP;cause=603;text="v=analytics1;url=https://example.com";location=RLN
    `,
    );
    expect(found[0]).toMatchObject({ case: '/603/#network-blocked' });
  });

  it('too many contacts', () => {
    const found = foundBy(
      namedRefusal,
      `
      0 A>B REGISTER 1
      0.1 B>A 503 1 REGISTER phrase=Service_Unavailable | P-Registrar-Error: Too many registered contacts
    `,
    );
    expect(found[0]).toMatchObject({ case: '/503/#too-many-contacts' });
  });

  it('608 with and without a card', () => {
    const found = foundBy(
      namedRefusal,
      `
      0 A>B INVITE 1
      0.1 B>A 608 1 phrase=Rejected | Call-Info: <https://example.com/j>;purpose=jwscard
    `,
    );
    expect(found[0]).toMatchObject({ case: '/608/#analytics' });
  });

  it('a phrase that says nothing', () => {
    const found = foundBy(
      namedRefusal,
      `
      0 A>B INVITE 1
      0.1 B>A 603 1 phrase=Decline
    `,
    );
    expect(found).toEqual([]);
  });
});
