/**
 * How much each kind of match counts. One scale for all: about 1 is a registered phrase met word for word, 2 and more
 * is a query that says itself what it asks for, 3 is a notation that can be read in one way only.
 */

/** Weights of phrases: what a match of all words, both ways, is worth. */
export const phrase = {
  /** The registered phrase of a code: the measure of all others. */
  name: 1,
  /** A variant, a header of the code, the name of a cause: as good, but loses a tie to the registered phrase. */
  other: 0.97,
  /** Words written down for a case or a page because people say them. */
  symptom: 0.9,
  /** A vendor's verbatim text: may be anybody's words. */
  vendor: 0.9,
  /** What one of many programs prints, word by word; whole, it counts by itself, below. */
  printed: 0.5,
  /** The title of a case: written for readers, who may search in other words. */
  case: 0.86,
  /** Guides answer “how”, and most queries ask “why”. */
  guide: 0.85,
  /** The subject of a guide, in a query that says more. */
  topic: 0.2,
  /** Terms, headers, warnings: found by name, below what explains a failure. */
  rest: 0.7,
  /** An ordinary word that a program uses for a cause: says more of a code than of a cause. */
  word: 0.6,
  /** A vendor's name stands beside a problem in most queries; the problem is what is asked for. */
  vendorName: 0.5,
} as const;

/**
 * Fields of a place, for the measure of all its words together (see bags.ts). What they count, and `words` below, is
 * fitted to the half of the queries that is worked with (tests/bench); titles count as phrases, too.
 */
export const field = {
  title: { weight: 0.15, usual: 5 },
  words: { weight: 0.56, usual: 12 },
  shown: { weight: 0.22, usual: 6 },
  /** What the page is called, for its cases. */
  context: { weight: 1.2, usual: 20, ofPage: true },
  /** What people say who have it: many words, each of which may be anybody's. */
  heard: { weight: 0.7, usual: 17 },
  reported: { weight: 0.3, usual: 17 },
  /** Words of questions and reports count by themselves, below; here for how much of the query is met. */
  asked: { weight: 0.03, usual: 17 },
  text: { weight: 0.35, usual: 17 },
} as const;

/** What a step of a word counts that people ask with (asked.ts). */
export const asked = 0.2;

/** Of what the words of a query find: the best phrase, all words field by field, and how much of the query is met. */
export const words = { phrase: 0.84, fields: 0.6, met: 0.46 } as const;

/**
 * Of what the best of the other places of a page have (so many of them), this share is added to each; less for queries of
 * more words than that.
 */
export const samePage = { share: 0.6, places: 5, words: 4 } as const;

/** A sign that the query names: for a case that shows it, and against one that it speaks against. */
export const sign = { fits: 0.05, against: 0.025 } as const;

/** Notations, by how sure their reading is (see notations.ts). */
export const notation = {
  /** Says itself what it is: “SIP/2.0 486”. Above everything else. */
  3: 3,
  /** The only sensible reading. Above whole phrases, so that “486 Busy” leads to 486. */
  2: 2.4,
  /** A guess: no more than a good match of words. */
  1: 0.75,
} as const;

/** Share of the score of a provisional response beside a final one. */
export const onTheWay = 0.25;

/** A code of which the beginning was typed: below a cause of just this number, above other readings of it. */
export const completed = 2.8;

/** Of two notations as sure as each other, the one that stands first is meant. */
export const laterNotation = 0.02;

/** The page of an unregistered number. */
export const unregistered = {
  /** The whole query: below a cause or a vendor’s own code of just this number. */
  alone: 2.4,
  /** With words as in a status line: below what bears those words as its phrase. */
  asStatus: 2,
  /** So far below it comes the code that it is treated as. */
  stand: 0.5,
  /** Share of the score of a notation: below every page that bears the number for what it says. */
  inText: 0.5,
} as const;

/** Share of the score of a cause that Q.850 does not have, for the list of those that it has. */
export const noCause = 0.9;

/** A warn-code is as sure as a status line; the codes it comes with follow. */
export const warning = { itself: 3, itsCodes: 2 } as const;

/** A vendor's own code. */
export const subcode = {
  /** Long, or nearly the whole query: nothing else looks like it, so it counts more than the code beside it. */
  sure: 2.6,
  /** Short, inside a longer text: may be any number. */
  maybe: 1,
} as const;

/** The whole query is a phrase. */
export const whole = {
  /** The registered phrase of a code wins over a cause or a variant of the same words. */
  own: 2.25,
  other: 2.2,
} as const;

/** The whole query is a phrase but for letters: surer than any words, less sure than the phrase itself. */
export const nearly = { own: 2.1, other: 2.05 } as const;

/**
 * The query holds what a program prints: beside what its words count, more the more of the query it is. So much its
 * words tell together (rarity.ts) where it counts in full: “Registration failed” is one program’s text and anybody’s.
 */
export const printed = { least: 0.4, forAll: 0.8, telling: 8 } as const;

/** A constant in a log line: as sure as a whole phrase and more telling than the words round it. */
export const constant = {
  own: 2.35,
  other: 2.3,
} as const;

/** A phrase inside a longer line: a guess, surer the more of the line it covers. */
export const inside = { least: 0.4, forAll: 0.5 } as const;

/** A case of a code that the query names is meant more than the same words elsewhere. */
export const namedCode = 0.22;

/**
 * A small head start for codes that are met often, told by the number of vendor notes on them: enough to decide
 * between equals, never to overtake a better match.
 */
export const metOften = (notes: number): number => 0.01 * Math.log2(1 + notes);

/** The same for the first case of a page, which is the one met most; the last has nothing of it. */
export const firstCase = 0.05;

/** A part of a guide: what people look for it with stands in fewer places than that of a case. */
export const guidePart = 0.06;

/** In a copy, what its owner wrote is meant for its readers: so much of its score more, since nobody made up questions for it. */
export const own = 0.5;

/** Before the symptoms are loaded, only an answer above this is shown: a weaker one may give way to a better case. */
export const sureEnough = 0.6;

/** When the two layers are merged. */
export const merge = {
  /** An answer with this share of the best one’s score stands above full text: beside an exact answer, one word is noise. */
  shareOfBest: 0.3,
  /** With less than this it is left out. */
  leastOfBest: 0.08,
} as const;
