/** The package has no types of its own; only a few of its lists are used. */
declare module 'stopword' {
  export const eng: readonly string[];
  export const deu: readonly string[];
  export const spa: readonly string[];
  export const por: readonly string[];
  export const fra: readonly string[];
  export const ita: readonly string[];
}
