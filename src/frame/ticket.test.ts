import { describe, expect, it } from 'vitest';
import { ticketText } from './ticket.ts';

describe('ticket text', () => {
  const facts = {
    code: '403',
    phrase: 'Forbidden',
    meaning: 'Refused.',
    url: 'https://example.com/403/',
    date: '2026-11-20',
  };
  const noCredit = {
    title: 'No credit',
    recognise: 'Charged calls fail.',
    steps: ['Check the balance.', 'Top up.'],
    collect: 'Call-ID.',
    acts: 'account holder',
  };
  it('of a code is its meaning and link', () =>
    expect(ticketText(facts, 'text')).toBe(
      '403 Forbidden\nRefused.\nhttps://example.com/403/\nAs of 2026-11-20',
    ));
  it('of a case says how to tell it, what to do and what to send, and not what the code means in general', () =>
    expect(ticketText({ ...facts, case: noCredit }, 'text')).toBe(
      '403 Forbidden: No credit\nHow to tell: Charged calls fail.\nDo: 1. Check the balance. 2. Top up.\nSend along: Call-ID.\nWho acts: account holder\nhttps://example.com/403/\nAs of 2026-11-20',
    ));
  it('is Markdown', () => {
    expect(ticketText(facts, 'markdown')).toContain(
      '**[403 Forbidden](https://example.com/403/)** – Refused.',
    );
    expect(ticketText({ ...facts, case: noCredit }, 'markdown')).toContain('- **Who acts:** account holder');
  });
});
