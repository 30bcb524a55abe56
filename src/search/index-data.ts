/** The small index of everything that has a name or a number. Built with the site, read by the browser. */

import type { SignsFile } from './signs.ts';
import type { TextsFile } from './texts.ts';
import type { Translation } from './translate.ts';

/** Kinds of things search can answer with. */
export type Kind =
  | 'code'
  | 'class'
  | 'cause'
  | 'case'
  | 'warning'
  | 'reason'
  | 'header'
  | 'vendor'
  | 'guide'
  | 'note'
  | 'page';

/** One thing to find. Keys are short because the index travels. */
export interface Doc {
  /** Kind. */
  k: Kind;
  /** Path below the base, with fragment. */
  u: string;
  /** Title, as shown. */
  t: string;
  /** Other names: phrases, constants, sub-codes, joined by | . */
  a?: string;
  /** Words people use for it, as stems: phrases joined by |, words by blanks. Second file only. */
  w?: string;
  /** Small text beside the title: the vendor of a sub-code. */
  s?: string;
}

export interface LookupData {
  /** Codes: number, phrase, other phrases, vendors' constants, number of vendor notes (how often it is met), and 1 where it is not registered. */
  codes: [code: number, phrase: string, other: string, vendors: string, notes: number, unregistered?: 1][];
  /** Causes: number, name, other names. */
  causes: [cause: number, name: string, other: string][];
  /** Causes of programs that Q.850 does not have: who, and each with the code it becomes and its name. */
  programs: [who: string, causes: [cause: number, code: number, name: string][]][];
  /** Classes: digit and name. */
  classes: [digit: string, name: string][];
  /** Everything else. */
  docs: Doc[];
}

/** The first file names those that come after the fourth. */
export interface LaterNames {
  printed: string;
  gists: string;
  languages: string;
}

export type NamesFile = LookupData & { later: LaterNames };

/** The third file: what places of the second one show and are known by, by their number there. */
export interface PlaceLines {
  signs: SignsFile;
  /** Places that a copy of the site has of its own. */
  own: number[];
  /** What vendors print with codes and causes: the path of the page, and the texts joined by | . */
  vendors: [path: string, texts: string][];
  /** What the place shows letter for letter (phrases, log lines), joined by line ends. */
  shown: string[];
}

/** The fourth file: all their other words, as stems. Read last, so that work on the third does not wait for it. */
export interface PlaceTexts {
  /** What few of the places say. */
  said: TextsFile;
  /** What people say who have it. */
  heard: TextsFile;
  /** Words of public reports that another report has too. */
  reported: TextsFile;
  /** What questions and reports about them have more often than others (asked.ts). */
  asked: TextsFile;
}

/** The fifth file: what is shown of places beside their titles. Nothing is found by it, so it comes last. */
export interface PlaceGists {
  /** One line that tells what the place is about; empty where there is none. */
  gists: string[];
  /** Who has to act, as readers see it; empty where nobody is named. */
  actors: string[];
  /** Of each place, its number among the actors. */
  acts: number[];
}

/** The seventh file, which comes with the fifth: what programs print beside what the first and third file have of it. */
export interface Printed {
  /** By the path of the code or cause that it comes with: texts joined by | . */
  texts: [path: string, texts: string][];
  /** Vendors’ own numbers: whose, the path, and the numbers joined by | . */
  subcodes: [who: string, path: string, numbers: string][];
}

/** The sixth file, asked for where a query may be of another language: words of those, and texts. */
export interface Languages {
  list: Translation[];
  /** What every sentence of these languages has, joined by blanks. */
  fillers: string;
  /** What programs print in letters that English has not, as in the seventh file. */
  texts: Printed['texts'];
}
