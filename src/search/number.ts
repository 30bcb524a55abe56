/** The number that stands large in front of an answer. */

export interface Name {
  /** Of a code, class or cause: its own number; of a case: that of its page. Empty for everything else. */
  number: string;
  /** The title without that number. */
  name: string;
  /** First digit of the code it leads to, for its colour. */
  digit: string | undefined;
}

/** @param answer path below the base, and title as in the index: `403 Forbidden`, `Cause 21 Call rejected`. */
export function nameOf({ path, title }: { path: string; title: string }): Name {
  const digit = /^\/(\d)/.exec(path)?.[1];
  const own = /^\/(?:q850\/)?(\d{1,3}|\dxx)\//.exec(path)?.[1] ?? '';
  const isCase = path.includes('#');
  const name = isCase ? title : title.replace(/^(?:Cause )?(?:\d{1,3}|\dxx) /, '');
  return { number: own, name: name || title, digit };
}
