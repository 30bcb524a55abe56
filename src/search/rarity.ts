/** How much a word tells. */

/** @returns the weight of a word that stands in some of all things; one that stands in none is as rare as can be. */
export const rarityOf = (all: number, some: number): number => Math.log(1 + all / (some || 0.5));

export type Rarity = (word: string) => number;
