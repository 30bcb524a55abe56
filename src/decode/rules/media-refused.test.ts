import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { mediaRefused } from './media-refused.ts';

describe('media-refused', () => {
  it('Warning 305', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=g729
      0.1 B>A 488 1 | Warning: 305 example.com "Incompatible media format"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#no-common-codec' });
  });

  it('two lists that do not meet', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=pcma
      0.1 B>A 183 1 sdp=pcma
      1 B>A 200 1 sdp=pcma
      1.1 A>B ACK 1
      5 A>B INVITE 2 D sdp=g729
      5.1 B>A 488 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#no-common-codec' });
  });

  it('encryption on one side only', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=savp
      0.1 B>A 183 1 sdp=pcma
      0.2 B>A 488 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#srtp-mismatch' });
  });

  it('a browser and something that is none', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=webrtc
      0.1 B>A 488 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#webrtc-profile' });
  });

  it('fax', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 2 D sdp=t38
      0.1 B>A 488 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#t38-refused' });
  });

  it('a change within the call', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 2 D sdp=hold
      0.1 B>A 488 2
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#change-refused' });
  });

  it('no bandwidth', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=pcma
      0.1 B>A 488 1 | Warning: 370 example.com "Insufficient bandwidth"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/488/#no-capacity' });
  });

  it('606 with a Warning about media', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=pcma
      0.1 B>A 606 1 | Warning: 304 example.com "Media type not available"
    `,
    );
    expect(found[0]).toMatchObject({ case: '/606/#media-mismatch' });
  });

  it('a bare 488 to an ordinary offer', () => {
    const found = foundBy(
      mediaRefused,
      `
      0 A>B INVITE 1 sdp=pcma
      0.1 B>A 488 1
    `,
    );
    expect(found).toEqual([]);
  });
});
