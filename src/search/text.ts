/** How search compares words: case, accents, British and American spelling, and joined words make no difference. */

const spellings: [RegExp, string][] = [
  [/(\w{3,})is(e|ed|es|ing|ation)\b/g, '$1iz$2'],
  [/our\b/g, 'or'],
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
];

/** Lower case, accents gone, one spelling, blanks for everything that is neither letter nor digit. */
export function normalise(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function fold(text: string): string {
  let plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[‘’']/g, '');
  for (const [pattern, replacement] of spellings) plain = plain.replace(pattern, replacement);
  return plain;
}

const stop = new Set(
  'a an and are as at be but by can could do does did for from get gets getting got had has have how i in is it its me my of on or our so that the their then there they this to us was we were what when where which while who why will with you your after error code codes sip response status message call calls cause reason'.split(
    ' ',
  ),
);

/** A light stem: plural and verb endings. Enough for a field with a small vocabulary. */
export function stem(word: string): string {
  if (/\d/.test(word) || word.length < 5) return word;
  return word
    .replace(/(ss)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/(.{4,})(ing|ed)$/, '$1')
    .replace(/(.{3,}[^e])e$/, '$1');
}

/** Words that carry meaning; all words, if none of them does. */
export function terms(text: string): string[] {
  return termsOf(normalise(text));
}

/** The same for many texts at once: on a slow phone one pass over a long text is far cheaper than thousands of short ones. */
export function termsOfAll(texts: readonly string[]): string[][] {
  return fold(texts.map((text) => text.replaceAll('\n', ' ')).join('\n'))
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    .split('\n')
    .map(termsOf);
}

/** The query without words that every page has; each of them would load a piece of the full-text index. */
export function withoutFiller(query: string): string {
  const words = query.split(/\s+/).filter(Boolean);
  const strong = words.filter((word) => !stop.has(normalise(word)));
  return (strong.length ? strong : words).join(' ');
}

function termsOf(plain: string): string[] {
  const words = plain.split(' ').filter(Boolean);
  const strong = words.filter((word) => !stop.has(word));
  return (strong.length ? strong : words).map(stem);
}
