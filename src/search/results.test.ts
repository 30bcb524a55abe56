import { describe, expect, it } from 'vitest';
import { summary, noClassNumber } from './results.ts';

const hit = (path: string) => ({ path, title: path });

describe('what is said of the list', () => {
  it.each([
    [{ hits: [hit('/486/')], more: 0, missing: [] }, '1 answer for “busy”'],
    [{ hits: [hit('/486/'), hit('/600/')], more: 0, missing: [] }, '2 answers for “busy”'],
    [
      { hits: [hit('/486/'), hit('/600/')], more: 7, missing: [] },
      'The first 2 answers for “busy”, 7 more below.',
    ],
    [{ hits: [], more: 0, missing: [] }, 'Nothing found for “busy”.'],
  ])('%j', (stage, text) => expect(summary(stage, 'busy')).toBe(text));
  it('does not say that nothing is found where nothing was searched', () =>
    expect(summary({ hits: [], more: 0, missing: ['names', 'full text', 'records'] }, 'busy')).toMatch(
      /^No index can be fetched just now, so nothing was searched\./,
    ));
  it('quotes whole characters, and none that would turn the direction of what follows', () =>
    expect(summary({ hits: [], more: 0, missing: [] }, `\u202e486${'😀'.repeat(90)}`)).toBe(
      `Nothing found for “486${'😀'.repeat(77)}…”.`,
    ));
  it('quotes whole words of a long query', () =>
    expect(summary({ hits: [], more: 0, missing: [] }, 'number not available '.repeat(5))).toBe(
      'Nothing found for “number not available number not available number not available number not …”.',
    ));
  it('says what is missing before what was found', () =>
    expect(summary({ hits: [], more: 0, missing: ['full text'] }, 'busy')).toMatch(
      /^Full text cannot be searched just now; .* Nothing found for “busy”\.$/,
    ));
});

describe('a number that no page has', () => {
  it('begins with a nought', () => expect(noClassNumber(' 099 ')).toBe('099'));
  it('is none from 100 on, and none among words', () => {
    expect(noClassNumber('799')).toBeUndefined();
    expect(noClassNumber('099 busy')).toBeUndefined();
  });
});
