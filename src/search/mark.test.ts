import { describe, expect, it } from 'vitest';
import { markWords, readExcerpt } from './mark.ts';

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
