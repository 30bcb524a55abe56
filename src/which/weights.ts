/** How much each thing a reader says counts when the cases of a page are put in order. One scale: 1 is one plain sign. */

/** A sign that is typically seen in the case. */
export const fits = 1;
/** A sign that speaks against the case: words by chance must not outweigh it. */
export const against = -1;
/** The sign that only this case has is seen: the reader compared it with the call. It outweighs all words. */
export const ownSign = 3.5;
/** It is not seen: less, for the sentence may be narrower than the case. */
export const noOwnSign = -2;
/** A sign so common that it separates little. */
export const weak = 0.6;
/** All words of the reader found in a case, each where it tells most. */
export const words = 3;
/** Head start of the case that is met most often: it decides between cases that what the reader says leaves close. */
export const metOften = 0.2;

/** Score by search from which on all words count as found. */
export const bestShare = 2.5;

/** Share of the reader's words from which on words alone name a case. */
export const enoughWords = 0.13;

/** Fields of a case, for the reader's words. What it shows letter for letter tells most. `words` holds `heard` too. */
export const field = { says: 3, words: 2.5, title: 2, sign: 2, seen: 0.6, text: 1 } as const;

/** Cases whose scores lie closer than this are equal: no order is pretended. */
export const tie = 0.05;

/** Choosing the questions: one that only a trace answers helps fewer readers. */
export const traceOnly = 0.6;
/** Questions shown without being asked for more. */
export const mostShown = 8;
/** Questions behind "more": beyond them none separates what the others leave together. */
export const mostMore = 16;
/** Letters of the questions shown, so that the table stands on the first screen. */
export const mostLetters = 220;
