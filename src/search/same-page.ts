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
  for (const { path, score } of found) byPage.set(pageOf(path), [...(byPage.get(pageOf(path)) ?? []), score]);
  for (const scores of byPage.values()) scores.sort((a, b) => b - a);
  const each = samePage.share / samePage.places / Math.max(1, words / samePage.words) ** 2;
  return found.map(({ path, score }) => {
    const others = [...(byPage.get(pageOf(path)) ?? [])];
    others.splice(others.indexOf(score), 1);
    return each * others.slice(0, samePage.places).reduce((sum, one) => sum + one, 0);
  });
}
