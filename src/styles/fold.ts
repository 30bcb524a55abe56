/** Stands where the part of a page begins that is read later: rules only it needs are put there (prune.ts). */
export const fold = '<template data-fold></template>';
