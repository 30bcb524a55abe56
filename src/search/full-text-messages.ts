/** What the page and full-text.worker.ts say to each other. Every question comes with a port for its one answer. */

/** `load` names Pagefind’s program by its whole address; `search` gives what is found; `show` what a hit says. */
export type Ask =
  { do: 'load'; program: string } | { do: 'search'; query: string; tag: string } | { do: 'show'; id: string };

export type Reply = { value: unknown } | { error: string };

export interface Found {
  /** Best first. */
  ids: string[];
  /** False where a file of the index could not be fetched: there may be more. */
  whole: boolean;
}

/** A hit as Pagefind gives it. */
export interface Shown {
  url: string;
  excerpt: string;
  meta: { title?: string | undefined };
  sub_results: { title: string; url: string; excerpt: string }[];
}
