/** What search answers with. */
import type { Kind } from './index-data.ts';
import { sureEnough } from './weights.ts';

export interface Answer {
  kind: Kind;
  /** Path below the base. */
  path: string;
  title: string;
  /** Small text beside the title. */
  beside?: string | undefined;
  /** Why it is here, in a few words; the phrase that matched or the reading of a number. */
  why: string;
  /** What the place is about, in a line; there once the gists are loaded. */
  gist?: string | undefined;
  /** Who has to act; there once the gists are loaded. */
  acts?: string | undefined;
  /** True where the query says just this: a number, a whole phrase, a name. */
  exact: boolean;
  score: number;
}

/** Whether an answer may be shown before the symptoms are there: a weaker one may give way to a better case. */
export const isSure = ({ exact, score }: Answer): boolean => exact || score > sureEnough;

/** The answers found so far, each path once, with its best score. */
export class Found {
  private readonly answers = new Map<string, Answer>();

  offer(answer: Answer | undefined): void {
    if (!answer) return;
    const known = this.answers.get(answer.path);
    if (!known || answer.score > known.score)
      this.answers.set(answer.path, { ...answer, exact: answer.exact || Boolean(known?.exact) });
    else if (answer.exact) known.exact = true;
  }

  /** Adds to what is known of the answer already: words that it shares with the query decide among equals. */
  add(answer: Answer | undefined): void {
    if (!answer) return;
    const known = this.answers.get(answer.path);
    if (known) known.score += answer.score;
    else this.answers.set(answer.path, answer);
  }

  best(limit: number): Answer[] {
    return [...this.answers.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }
}
