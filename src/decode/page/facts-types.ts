/** What the decoder's page knows of the site's content; built by facts.ts. */
import type { RankedCase } from '../rank.ts';

/** A case with what the page shows of it. */
export interface KnownCase extends RankedCase {
  /** The sentence that tells it apart; empty where it has none. */
  sign: string;
}

export interface Facts {
  /** Phrase and meaning by code. */
  codes: Record<string, [phrase: string, meaning: string]>;
  /** Names of Q.850 causes. */
  causes: Record<string, string>;
  /** By lower-case name: what the header tells the person reading a trace. */
  headers: Record<string, string>;
  /** What a sign asks, by its id. */
  signs: Record<string, string>;
  /** Signs so common that they separate little. */
  weak: string[];
  cases: KnownCase[];
}

export const noFacts: Facts = { codes: {}, causes: {}, headers: {}, signs: {}, weak: [], cases: [] };
