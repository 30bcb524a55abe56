import { describe, expect, it } from 'vitest';
import { markWords, readExcerpt, showsWords } from './mark.ts';

const markedIn = (text: string, query: string) =>
  markWords(text, query)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('excerpts', () => {
  it.each([
    ['the words of the query', 'The account has credit.', 'credits', ['credit']],
    ['a word that is written with a hyphen', 'No ring-back is played.', 'ringback', ['ring-back']],
    ['what tells something, not the negation', 'no tone, no SDP', 'no tone', ['tone']],
    ['the negation where nothing else was asked', 'no SDP', 'no', ['no']],
  ])('mark %s', (_, text, query, marked) => expect(markedIn(text, query)).toEqual(marked));
  it('that share a letter or two with the query show nothing of it', () => {
    expect(showsWords('as user <mark>-Z</mark> root', 'zzqqxxyy')).toBe(false);
    expect(showsWords('the <mark>registrations</mark> of', 'registrar interval')).toBe(true);
    expect(showsWords('with <mark>Q.850</mark>', 'q.850')).toBe(true);
    expect(showsWords('no mark at all', 'zzqqxxyy')).toBe(true);
  });
  it('keep no markup but the marks', () =>
    expect(readExcerpt('a <mark>b</mark> &lt;img onerror=x&gt;<script>')).toEqual([
      { text: 'a ', marked: false },
      { text: 'b', marked: true },
      { text: ' <img onerror=x>', marked: false },
    ]));
});
