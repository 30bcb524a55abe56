import { describe, expect, it } from 'vitest';
import { markWords, readExcerpt, showsWords } from './mark.ts';

describe('excerpts', () => {
  it('mark the words of the query', () =>
    expect(
      markWords('The account has no credit.', 'credits')
        .filter((piece) => piece.marked)
        .map((piece) => piece.text),
    ).toEqual(['credit']));
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
