/** Puts English words in the place of German ones (content/vocabulary.yaml), so that one index answers both. */
import { deu } from 'stopword';
import { normalise, normaliseAll } from './text.ts';

/** A word this long is found at either end of a longer one: `Rufnummer` in `Rufnummernsperre`. */
const longEnough = 6;

const german = new Set(normaliseAll(deu));

/** ä, ö and ü may be written ae, oe and ue. */
const inLetters = (text: string) => text.replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD')[0]}e`);

export class Translator {
  private readonly phrases: [says: string, means: string][] = [];
  private readonly words = new Map<string, string>();

  /** @param list words joined by |, each list with what they mean. */
  add(list: readonly (readonly [says: string, means: string])[]): void {
    const all = list.flatMap(([says, means]) => says.split('|').map((text) => ({ text, means })));
    const plain = normaliseAll(all.map(({ text }) => text));
    const spelt = normaliseAll(all.map(({ text }) => inLetters(text)));
    for (const [at, { means }] of all.entries())
      for (const text of new Set([plain[at] ?? '', spelt[at] ?? ''])) {
        if (text.includes(' ')) this.phrases.push([text, means]);
        else this.words.set(text, means);
      }
    // The longer phrase says more: “kein Anschluss unter dieser Nummer” before “Nummer”.
    this.phrases.sort(([a], [b]) => b.length - a.length);
  }

  private ofWord(word: string): string | undefined {
    const known = this.words.get(word);
    if (known !== undefined || word.length <= longEnough) return known;
    const ends = [...this.words].filter(
      ([says]) => says.length >= longEnough && (word.startsWith(says) || word.endsWith(says)),
    );
    return ends.length ? ends.map(([, means]) => means).join(' ') : undefined;
  }

  /** The text as it is where it holds no word of the list. */
  translate(text: string): string {
    if (!this.words.size) return text;
    let plain = ` ${normalise(text)} `;
    let found = false;
    const meant: string[] = [];
    for (const [says, means] of this.phrases)
      if (plain.includes(` ${says} `)) {
        plain = plain.replaceAll(` ${says} `, ' ');
        meant.push(means);
        found = true;
      }
    for (const word of plain.split(' ').filter(Boolean)) {
      const means = this.ofWord(word);
      if (means !== undefined) found = true;
      meant.push(means ?? word);
    }
    if (!found) return text;
    return meant.filter((word) => !german.has(word)).join(' ');
  }
}
