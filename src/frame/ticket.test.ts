import { describe, expect, it } from 'vitest';
import { ticketText } from './ticket.ts';

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
