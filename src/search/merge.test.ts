import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { type FullText, mergeHits } from './merge.ts';

const answer = (path: string, score: number, rest: Partial<Answer> = {}): Answer => ({
  kind: 'code',
  path,
  title: `Page ${path}`,
  why: 'a word',
  exact: false,
  score,
  ...rest,
});
const page = (url: string, rest: Partial<FullText> = {}): FullText => ({
  url,
  title: `Page ${url}`,
  excerpt: 'a <mark>word</mark>',
  parts: [],
  ...rest,
});
const paths = (answers: Answer[], pages: FullText[]) => mergeHits(answers, pages).map(({ path }) => path);

describe('the order of hits', () => {
  it('is: strong answers, full text, weak answers', () =>
    expect(paths([answer('/486/', 2.2), answer('/600/', 0.6)], [page('/480/')])).toEqual([
      '/486/',
      '/480/',
      '/600/',
    ]));
  it('has an exact answer on top, however weak', () =>
    expect(paths([answer('/486/', 2.2), answer('/600/', 0.3, { exact: true })], [page('/480/')])).toEqual([
      '/486/',
      '/600/',
      '/480/',
    ]));
  it('leaves out a match that says nothing', () =>
    expect(paths([answer('/486/', 2.2), answer('/600/', 0.1)], [])).toEqual(['/486/']));
});

describe('a page that both layers find', () => {
  it('stands once, and takes its excerpt from full text where it has none', () => {
    const hits = mergeHits([answer('/486/', 2, { exact: true, why: 'Page /486/' })], [page('/486/')]);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ excerpt: 'a word', marked: [{ marked: false }, { text: 'word' }] });
  });
  it('keeps the line that tells what it is about', () =>
    expect(mergeHits([answer('/486/', 2, { gist: 'The phone is busy.' })], [page('/486/')])[0]).toMatchObject(
      {
        excerpt: 'The phone is busy.',
        why: 'a word',
      },
    ));
  it('says no reason that its title shows', () =>
    expect(mergeHits([answer('/486/', 2, { why: 'page' })], [])[0]?.why).toBeUndefined());
});

describe('a part of a page', () => {
  const part = { title: 'No credit #', url: '/403/#no-credit', excerpt: 'no <mark>credit</mark>' };
  it('is the better place to land', () =>
    expect(mergeHits([], [page('/403/', { parts: [part] })])[0]).toMatchObject({
      path: '/403/#no-credit',
      title: 'No credit',
      beside: 'Page /403/',
    }));
  it('is named once where it has the name of the page', () =>
    expect(mergeHits([], [page('/403/', { title: 'No credit', parts: [part] })])[0]?.beside).toBeUndefined());
  it('is passed over where it is a section that every page has', () =>
    expect(paths([], [page('/403/', { parts: [{ ...part, url: '/403/#who' }] })])).toEqual(['/403/']));
  it('is passed over where no word of the query stands in it', () =>
    expect(paths([], [page('/403/', { parts: [{ ...part, excerpt: 'none' }] })])).toEqual(['/403/']));
});
