/** Takes from a log line what says nothing of the failure: times, places in source code, channels, addresses. */

/** Endings of files of source code, as a part of a pattern. */
export const codeEndings = 'c|cc|cpp|h|py|js|ts|go|lua|rs|java|dart|kt|swift|mm?|cs';

const noise: RegExp[] = [
  // Colours of a terminal.
  /\u001b?\[\d{1,3}(;\d{1,3})*m/g,
  // Dates and times.
  /\b\d{4}-\d\d-\d\d[T ]?/g,
  /\b(mon|tue|wed|thu|fri|sat|sun)?,? ?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) +\d{1,2}(,? \d{4})?(?= )/gi,
  /\b\d{1,2}:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?\b/g,
  // Levels and modules in front of the message: ERROR: <core> [core/resolve.c:1710]:
  new RegExp(
    String.raw`(^|\s)\[?(emerg|alert|crit|err|error|warning|warn|notice|info|debug|verbose)\]?(\[\d+\](\[[\w-]+\])?)?:?(?=\s)(?=.*(\.(?:${codeEndings})\b|<\w+>|\[\w))`,
    'gi',
  ),
  /<(core|script|acc|tm)>/gi,
  /\b(tm|core|acc|registrar|usrloc|dispatcher|auth|nathelper) (?=\[)/g,
  new RegExp(String.raw`\[?\b[\w/.-]+\.(?:${codeEndings})(?:\?[\w=.&-]+)?\s*[:@]\s*\d+(?::\d+)?\]?:?`, 'gi'),
  // Channels and sessions.
  /\bsofia\/[\w.-]+\/\S+/gi,
  /\b(SIP|PJSIP|IAX2|DAHDI)\/[\w.+-]+-[0-9a-f]{4,}\b/g,
  // Addresses, identifiers.
  /\bsips?:\S+@[^\s;>]+/gi,
  /[\w.+-]+@[\w.-]+\w/g,
  /\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g,
  /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10,}\b/gi,
];

/** Words in which a capital begins a new one: `NotAcceptable`, not `FreeSWITCH`. */
const glued = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;

/** The text of a query without what every line of a log has; the text itself where that is all. */
export function withoutNoise(text: string): string {
  let words = text;
  for (const pattern of noise) words = words.replace(pattern, ' ');
  return /[\p{L}\p{N}]/u.test(words) ? words : text;
}

/** Words that were written as one, apart. */
export const apart = (text: string): string => text.replace(glued, ' ');

/** What may follow where a saying is whole: the end, a sign, a word that begins what else is told. */
const told = String.raw`(?=\s*(?:[^\p{L}\p{N}\s]|$)|\s+(?:from|to|but|and|or|since|after|when|while|any ?more|at all)\b)`;

/** What people say in words that stand in every sentence of this field, or round about: “can’t call out”, “nobody hears me”. */
const sayings: [RegExp, string][] = [
  [/\bring(?:s|ing)? out\b/gi, 'no answer'],
  [
    /\b(?:call|dial)(?:s|l?ing)? out\b|\b(?:make|making|place|placing) (?:a |any |the )?calls?\b/gi,
    'outgoing',
  ],
  [
    new RegExp(
      String.raw`\b(?:receiv(?:e|es|ing)|get(?:s|ting)?|tak(?:e|es|ing)) (?:a |any |the )?calls?\b|\bcall(?:s|ing)? in\b${told}|\bcalls? (?:do(?:es)? ?n['’o]?t|not|never) (?:come|get|go) (?:in|through)\b`,
      'giu',
    ),
    'incoming',
  ],
  [
    /\b(?:can ?not|can['’]?t|do(?:es)? ?n['’o]?t|unable to|nobody|no ?one|never) (?:can )?hears?\b|\bhears? nothing\b/gi,
    'no audio',
  ],
  [
    /\bno (?:response|reply)\b|\b(?:does ?n['’o]?t|do ?n['’o]?t|not|never|stopped|is ?n['’o]?t) respond(?:s|ing)?\b/gi,
    'timeout',
  ],
];

/** The text of a query as words that may mean something. */
export const asWords = (text: string): string => apart(withoutNoise(text));

/** The same with what people say round about in the words of this field; what programs print is not told so. */
export const asMeant = (text: string): string =>
  sayings.reduce((said, [pattern, meant]) => said.replace(pattern, meant), asWords(text));
