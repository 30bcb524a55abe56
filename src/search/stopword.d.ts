/** The package has no types of its own; only two of its lists are used. */
declare module 'stopword' {
  export const eng: readonly string[];
  export const deu: readonly string[];
}
