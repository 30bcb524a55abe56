/** What the places of a page say for each other: where several fit a little, the page is what is asked for. */
import { pageOf } from './catalogue.ts';
import { samePage } from './weights.ts';

/**
 * @param found places with their scores.
 * @param words number of words of the query: of few, each place has one or two, and their page all of them; many point to
 * one place.
 * @returns what is to be added to each score, in the order of the places.
 */
export function fromSamePage(found: readonly { path: string; score: number }[], words: number): number[] {
  const byPage = new Map<string, number[]>();
  for (const { path, score } of found) {
    const page = pageOf(path);
    const scores = byPage.get(page);
    if (scores) scores.push(score);
    else byPage.set(page, [score]);
  }
  const best = new Map(
    [...byPage].map(([page, scores]) => [page, scores.sort((a, b) => b - a).slice(0, samePage.places + 1)]),
  );
  const each = samePage.share / samePage.places / Math.max(1, words / samePage.words) ** 2;
  return found.map(({ path, score }) => {
    // A place that is none of the best ones has one of them too many beside it.
    const scores = best.get(pageOf(path)) ?? [];
    const without = scores.includes(score) ? score : (scores[samePage.places] ?? 0);
    return each * (scores.reduce((sum, one) => sum + one, 0) - without);
  });
}
