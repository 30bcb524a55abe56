import { describe, expect, it } from 'vitest';
import { citationLabel, derivedUrl, parseCitation } from './citation.ts';

describe('citations', () => {
  it('name RFC sections', () => {
    expect(citationLabel('rfc3261#21.4.4', () => undefined)).toBe('RFC 3261 §21.4.4');
    expect(derivedUrl('rfc3261#21.4.4')).toBe('https://www.rfc-editor.org/rfc/rfc3261.html#section-21.4.4');
  });
  it('name GitHub threads, whose # is no section', () => {
    expect(parseCitation('gh:livekit/sip#333')).toEqual({ key: 'gh:livekit/sip#333' });
    expect(derivedUrl('gh:livekit/sip#333')).toBe('https://github.com/livekit/sip/issues/333');
  });
});
