/** How search compares words: case, accents, British and American spelling, and joined words make no difference. */
import { stemmer } from 'stemmer';
import { eng } from 'stopword';

const spellings: [RegExp, string][] = [
  [/(\w{3,})is(e|ed|es|ing|ation)\b/g, '$1iz$2'],
  [/our\b/g, 'or'],
  // One message in several words: “could not resolve”, “failed to resolve”.
  [
    /\b(could ?n[o']t|couldnt|can ?not|cant|did ?n[o']t|didnt|does ?n[o']t|doesnt|wont|will not|unable to|not able to|fail(s|ed|ure|ing)? to)\b/g,
    'fail',
  ],
  // “Temporarily not available” is “Temporarily Unavailable”.
  [/\bnot ?(?=(?:available|authoriz|reachable|recogniz|known|assigned|allocated)\w*)/g, 'un'],
  [/\btime[- ]?d?[- ]?outs?\b/g, 'timeout'],
  [/\bhang(ing|s)?[- ]?up\b|\bhung[- ]?up\b/g, 'hangup'],
  [/\bring[- ]?back\b/g, 'ringback'],
  [/\bcall(er)?[- ]?id\b/g, 'callerid'],
  [/\bre[- ]?invite\b/g, 'reinvite'],
  [/\bvoice[- ]?mail\b/g, 'voicemail'],
  [/\bpass[- ]?word\b/g, 'password'],
  [/\bback[- ]?ground\b/g, 'background'],
  [/\bone[- ]?way\b/g, 'oneway'],
  [/\bfail[- ]?over\b/g, 'failover'],
  [/\bweb[- ]?socket/g, 'websocket'],
];

/** Lower case, accents gone, one spelling, blanks for everything that is neither letter nor digit. */
export function normalise(text: string): string {
  return inPairs(fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')).trim();
}

/** Letters that are no others with an accent, as keyboards without them are made to write them. */
const plainLetters: Record<string, string> = { ł: 'l', ı: 'i', ø: 'o', æ: 'ae', đ: 'd' };

/** Chinese and Japanese have no blanks between words: each two letters in a row stand for one, so that a part is found. */
function inPairs(text: string): string {
  // Few texts have any, and the pattern below is slow on a phone.
  if (!/[\u2e80-\u9fff]/.test(text)) return text;
  const paired = text.replace(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{2,}/gu, (run) => {
    const words = pairs([...run]).map((pair) => pair.join(''));
    return ` ${words.join(' ')} `;
  });
  return paired === text ? text : paired.replace(/ {2,}/g, ' ');
}

function fold(text: string): string {
  let plain = text
    .normalize('NFKD')
    // Accents, and the marks that make か to が.
    .replace(/[\u0300-\u036f\u3099\u309a]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[łıøæđ]/g, (letter) => plainLetters[letter] ?? letter)
    // “was not ACK'd”, “they CANCEL'd”.
    .replace(/[‘’']d\b/g, '')
    .replace(/[‘’']/g, '');
  for (const [pattern, replacement] of spellings) plain = plain.replace(pattern, replacement);
  return plain;
}

/** From À on: letters with accents, and those of other scripts. */
const foreignLetter = /[\u00c0-\u1fff\u3040-\u9fff\uac00-\ud7ff]/;

export const hasForeignLetter = (text: string): boolean => foreignLetter.test(text);

/** Words that sentences of other languages have and English ones have not: their words may look like English ones. */
export const foreignFillers: ReadonlySet<string> = new Set(
  'nicht kein keine ist und der das mit wird beim pas est une les dans avec una los las por para nao uma niet geen het een nie jest yok degil bir'.split(
    ' ',
  ),
);

/** Words that every English sentence has. */
export const englishFillers: ReadonlySet<string> = new Set(eng);

/** Words that every text has: those of the English language but “Here”, which registered phrases end in, and those of this field. */
const stop = new Set([
  ...eng.filter((word) => word !== 'here'),
  ...'am did do does get gets getting i it its me so then we why sip error code codes response status message call calls cause reason'.split(
    ' ',
  ),
]);

/** Whether every text may have a word, so that it tells nothing. */
export const isFiller = (word: string): boolean => stop.has(word);

/** All words of each text as stems, those that tell nothing among them: for texts that are met letter for letter. */
export const stemsOfAll = (texts: readonly string[]): string[][] =>
  normaliseAll(texts).map((text) => text.split(' ').filter(Boolean).map(stem));

/** Words that turn a sentence round, and are no match by themselves. */
export const negations: ReadonlySet<string> = new Set(['no', 'not']);

export const isNumber = (word: string): boolean => /\d/.test(word);

/** Programs' constants: words in capitals, joined by underscores. One is as good as a number. */
export const isConstant = (text: string): boolean => /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(text);

/** Each word with the next one. */
export const pairs = (words: readonly string[]): (readonly [string, string])[] =>
  words.slice(1).map((word, at) => [words[at] ?? '', word] as const);

/** Words that stand for another one wherever they are: what two people call the same, and what is written short. */
const sameWord = new Map(
  Object.entries({
    outbound: 'outgoing',
    inbound: 'incoming',
    cert: 'certificate',
    certs: 'certificate',
    clid: 'callerid',
    intl: 'international',
    pwd: 'password',
    passwd: 'password',
    vmail: 'voicemail',
    xfer: 'transfer',
    telephone: 'phone',
    cellphone: 'mobile',
    sound: 'audio',
    sounds: 'audio',
    directions: 'direction',
    references: 'reference',
  }),
);

/** Words that the stemmer would make one with others: internal, busy, direct, refer. */
const ownStem = new Set(['international', 'business', 'direction', 'reference']);

/** The Porter stem of a word; numbers and constants with figures stay as they are. */
export function stem(word: string): string {
  const same = sameWord.get(word) ?? word;
  return isNumber(same) || ownStem.has(same) ? same : stemmer(same);
}

/** Words that carry meaning; all words, if none of them does. */
export function terms(text: string): string[] {
  return termsOf(normalise(text));
}

/** The same for many texts at once: on a slow phone one pass over a long text is far cheaper than thousands of short ones. */
export const termsOfAll = (texts: readonly string[]): string[][] => termsOfNormal(normaliseAll(texts));

/** Each text as `normalise` gives it. */
export function normaliseAll(texts: readonly string[]): string[] {
  if (!texts.length) return [];
  return inPairs(
    fold(texts.map((text) => text.replaceAll('\n', ' ')).join('\n')).replace(/[^\p{L}\p{M}\p{N}\n]+/gu, ' '),
  )
    .split('\n')
    .map((text) => text.trim());
}

/** Stems of words of the index, which come again and again; empty for a word that every text has. */
const stems = new Map<string, string>();

function strongStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = stop.has(word) ? '' : stem(word);
  stems.set(word, made);
  return made;
}

/** The terms of texts of the index that are normal already. */
export function termsOfNormal(texts: readonly string[]): string[][] {
  return texts.map((text) => {
    const strong = text.split(' ').map(strongStem).filter(Boolean);
    return strong.length ? strong : termsOf(text);
  });
}

/** The query without words that every page has; each of them would load a piece of the full-text index. */
export function withoutFiller(query: string): string {
  const words = query.split(/\s+/).filter(Boolean);
  const strong = words.filter((word) => !stop.has(normalise(word)));
  return (strong.length ? strong : words).join(' ');
}

/** What stands between quotation marks, where the whole query does: it is meant letter for letter. */
export const quotedWhole = (query: string): string | undefined =>
  /^\s*["“„«»]\s*([^"“”„«»]+?)\s*["“”«»]\s*$/.exec(query)?.[1];

const isDigit = (letter: string) => /\p{Nd}/u.test(letter);

/** Digits of all scripts as 0 to 9, as an Arabic or Persian keyboard types them. Unicode has each ten in a row, from 0 on. */
export const plainDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const own = digit.codePointAt(0) ?? 0;
    let zero = own;
    while (own - zero < 9 && isDigit(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(own - zero);
  });

function termsOf(plain: string): string[] {
  const words = plain.split(' ').filter(Boolean);
  const strong = words.filter((word) => !stop.has(word));
  return (strong.length ? strong : words).map(stem);
}
