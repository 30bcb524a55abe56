/** Small pure modules: citations, ladders, tickets, unknown numbers, example lines, CSV. */
import { describe, expect, it } from 'vitest';
import { citationLabel, derivedUrl, parseCitation } from '../../src/lib/citation.ts';
import { describeLadder, parseLadder } from '../../src/lib/ladder.ts';
import { layLadder } from '../../src/lib/ladder-layout.ts';
import { markWords, readExcerpt } from '../../src/lib/lookup/mark.ts';
import { csv, csvField } from '../../src/lib/mapping-rows.ts';
import { matchesRow } from '../../src/lib/mapping-filter.ts';
import { exampleLines } from '../../src/lib/sip/example-lines.ts';
import { splitMessage, valuesOf, wireLength } from '../../src/lib/sip/message.ts';
import { ticketText } from '../../src/lib/ticket.ts';
import { unknownCode } from '../../src/lib/unknown.ts';
import { prunePolicy } from '../../src/integrations/policy.ts';

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

describe('ladders', () => {
  const flow = parseLadder(
    'A 192.0.2.1, B\nA -> B: INVITE | with SDP\n... 3 s\nB: rings\nB -> A: 486 Busy Here\nA ->x B: ACK',
    486,
  );
  it('mark the message of the page', () => {
    expect(flow.steps.filter((step) => step.kind === 'arrow' && step.marked)).toHaveLength(1);
  });
  it('are told in words', () => {
    expect(describeLadder(flow)).toBe(
      '1. A to B: INVITE, with SDP. 2. Time passes: 3 s. 3. B: rings. 4. B to A: 486 Busy Here. 5. A to B: ACK, lost.',
    );
  });
  it('name the line that cannot be read', () => {
    expect(() => parseLadder('A, B\nA => B INVITE')).toThrow('cannot read "A => B INVITE"');
    expect(() => parseLadder('A, B\nA -> C: INVITE')).toThrow('names "C", which is not among A, B');
  });
  it('end a lost message between the lifelines', () => {
    const lost = layLadder(flow).rows.at(-1);
    expect(lost?.kind === 'arrow' && lost.x2 < 84 && lost.x2 > 16).toBe(true);
  });
});

describe('messages', () => {
  const message = splitMessage(
    'SIP/2.0 200 OK\r\nv: SIP/2.0/UDP a\r\nSubject: one\r\n two\r\nVia: SIP/2.0/UDP b\r\n\r\nv=0\r\n',
  );
  it('join folded lines and know compact names', () => {
    expect(valuesOf(message, 'Subject')).toEqual(['one two']);
    expect(valuesOf(message, 'Via')).toEqual(['SIP/2.0/UDP a', 'SIP/2.0/UDP b']);
  });
  it('count a body as it is sent, with CRLF', () => expect(wireLength('v=0\ns=-\n')).toBe(10));
  it('take several notes on one line', () => {
    const lines = exampleLines('SIP/2.0 200 OK\nReason: Q.850;cause=16', [
      { on: 'Reason', mark: 'Q.850' },
      { on: 'Reason', mark: 'cause=16' },
    ]);
    expect(lines[1]?.notes).toEqual([1, 2]);
    expect(lines[1]?.parts.filter((part) => part.marked).map((part) => part.text)).toEqual([
      'Q.850',
      'cause=16',
    ]);
  });
});

describe('ticket text', () => {
  const facts = {
    code: '403',
    phrase: 'Forbidden',
    meaning: 'Refused.',
    case: 'No credit',
    url: 'https://example.com/403/#no-credit',
    date: '2026-11-20',
  };
  it('is plain', () =>
    expect(ticketText(facts, 'text')).toBe(
      '403 Forbidden\nRefused.\nCase: No credit\nhttps://example.com/403/#no-credit\nAs of 2026-11-20',
    ));
  it('is Markdown', () =>
    expect(ticketText(facts, 'markdown')).toContain(
      '**[403 Forbidden](https://example.com/403/#no-credit)** – Refused.',
    ));
});

describe('unknown numbers (RFC 3261 §8.1.3.2)', () => {
  it('count as x00 of their class', () => expect(unknownCode(499, [494, 500]).treatedAs).toBe(400));
  it('count as 183 where provisional', () => expect(unknownCode(150, []).treatedAs).toBe(183));
  it('have no class above 699', () => expect(unknownCode(799, []).treatedAs).toBeUndefined());
  it('have neighbours', () =>
    expect(unknownCode(490, [480, 488, 489, 491, 493, 500]).neighbours).toEqual([488, 489, 491, 493]));
});

describe('CSV', () => {
  it('quotes and defuses formulas', () => {
    expect(csvField('a "b", c')).toBe('"a ""b"", c"');
    expect(csvField('=1+1')).toBe("'=1+1");
  });
  it('ends lines with CRLF', () => expect(csv(['a', 'b'], [{ a: 1, b: undefined }])).toBe('a,b\r\n1,\r\n'));
});

describe('the filter of the mapping', () => {
  const row = ['17', '0x11', '91', 'User busy', '486 / 600'];
  it.each(['17', '0x91', '91', 'busy', '486', 'user 0x11'])('%s matches', (text) =>
    expect(matchesRow(row, text)).toBe(true),
  );
  it.each(['18', '0x92', 'rejected'])('%s does not', (text) => expect(matchesRow(row, text)).toBe(false));
});

describe('excerpts', () => {
  it('mark the words of the query', () =>
    expect(
      markWords('The account has no credit.', 'credits')
        .filter((piece) => piece.marked)
        .map((piece) => piece.text),
    ).toEqual(['credit']));
  it('keep no markup but the marks', () =>
    expect(readExcerpt('a <mark>b</mark> &lt;img onerror=x&gt;<script>')).toEqual([
      { text: 'a ', marked: false },
      { text: 'b', marked: true },
      { text: ' <img onerror=x>', marked: false },
    ]));
});

it('the policy keeps only the hashes a page needs', () => {
  const page =
    "<meta http-equiv=\"content-security-policy\" content=\"script-src 'self' 'sha256-a' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';\"><script></script>";
  expect(prunePolicy(page)).toContain("'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  expect(prunePolicy(page)).not.toContain('sha256-a');
});
