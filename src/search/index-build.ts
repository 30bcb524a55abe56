/** Makes the search index from the content. Three files: names and numbers at once, symptoms next, texts right after. */
import { deu, fra, ita, por, spa } from 'stopword';
import type { Model } from '../content/model.ts';
import { mostSteps, numberOf } from './asked.ts';
import { codesByText, codesOf, pathOfText, textsOf } from '../content/vendor-notes.ts';
import { actorsText } from '../content/labels.ts';
import { isOwn } from '../content/read.ts';
import { programCauses } from '../mapping/program-causes.ts';
import type { PageCase } from '../content/page-body.ts';
import type {
  Doc,
  Languages,
  LookupData,
  PlaceGists,
  PlaceLines,
  PlaceTexts,
  Printed,
} from './index-data.ts';
import type { SignsFile } from './signs.ts';
import { hasForeignLetter, isConstant, normaliseAll, termsOfAll } from './text.ts';
import { packTexts } from './texts.ts';
import { inLetters, plainPhrase, type Translation, Translator } from './translate.ts';

const joined = (names: readonly string[]) => [...new Set(names)].join('|');

/** The code a header belongs to most: one that must carry it before one that may, then the one met most often. */
export function codeOfHeader(
  name: string,
  codes: Model['codes'],
  met: (code: number) => number,
): number | undefined {
  return codes
    .flatMap(({ data }) =>
      data.headers
        .filter((header) => header.name.toLowerCase() === name.toLowerCase() && data.code >= 300)
        .map(({ requirement }) => ({ code: data.code, must: requirement === 'MUST' })),
    )
    .sort((a, b) => Number(b.must) - Number(a.must) || met(b.code) - met(a.code))[0]?.code;
}

const push = <K, V>(map: Map<K, V[]>, key: K, ...values: V[]) =>
  map.set(key, [...(map.get(key) ?? []), ...values]);

/** How many vendor notes a code has: how often it is met. */
function noteCounts({ vendors }: Model): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of vendors.flatMap(({ data }) => data.notes.flatMap(codesOf)))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Texts that vendors use for a code, letter for letter. What a note gives for more than two codes would lead astray. */
function vendorTexts({ vendors }: Model): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { data } of vendors)
    for (const note of data.notes)
      for (const { text, codes } of codesByText(note, 'phrase'))
        if (codes[0] !== undefined && codes.length <= 2) push(texts, codes[0], text);
  return texts;
}

/** Headers by the code they belong to: who asks for Min-SE means 422. */
function headersByCode({ headers, codes }: Model, met: (code: number) => number): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const { data } of headers) {
    const code = codeOfHeader(data.name, codes, met);
    if (code) push(names, code, data.name);
  }
  return names;
}

/** Pages that are no code, cause, guide or vendor, with the other names they are asked for by. */
const sitePages: Doc[] = [
  {
    k: 'page',
    u: '/mapping/',
    t: 'SIP and Q.850 mapping',
    a: 'mapping|mapping table|SIP to ISDN|ISDN to SIP|Q.850 to SIP|interworking table',
  },
  {
    k: 'page',
    u: '/q850/',
    t: 'Q.850 causes',
    a: 'isdn|isdn causes|q.850|q850|q.931|cause codes|hangup causes|release causes',
  },
  { k: 'page', u: '/vendors/', t: 'Vendors', a: 'products|vendor codes|vendor notes' },
  { k: 'page', u: '/guides/', t: 'Guides', a: 'howto|tutorials|documentation' },
  { k: 'page', u: '/guides/glossary/', t: 'Glossary', a: 'terms|abbreviations|acronyms|definitions' },
  { k: 'page', u: '/guides/commands/', t: 'Commands', a: 'commands|cli|command line|console commands' },
  { k: 'page', u: '/decode/', t: 'Decode a trace', a: 'decode|decoder|trace decoder|pcap|paste a log' },
  { k: 'page', u: '/systems/', t: 'My systems', a: 'my systems|my products' },
  { k: 'page', u: '/headers/', t: 'Header fields', a: 'headers|sip headers' },
  { k: 'page', u: '/warning/', t: 'Warning codes', a: 'warning|warnings|warn-code' },
  { k: 'page', u: '/reason/', t: 'Reason protocols', a: 'reason header' },
  { k: 'page', u: '/lists/', t: 'What the lists say', a: 'lists|other lists' },
  { k: 'page', u: '/sources/', t: 'Sources', a: 'references|bibliography' },
];

/** Names that pages had before, or short ones, as they stand in the addresses that are led on. */
function otherNames({ redirects }: Model): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { from, to } of redirects) {
    const name = /^\/(?:vendors\/|guides\/)?([a-z][\w-]*)\/$/.exec(from)?.[1];
    if (name && !to.includes('#')) push(names, to, name.replaceAll('-', ' '));
  }
  return names;
}

/** Words in names of products that are no name by themselves. */
const generic =
  /^(cloud|communications?|direct|edge|phone|provider|routing|services|unified|unnamed|voice)$/i;

/** Words of a vendor's name that no other vendor has: `Gigaset`, `Teams`. */
function ownWords(name: string, { vendors }: Model): string[] {
  const words = (text: string) =>
    text.split(/[^\p{L}\d.]+/u).filter((word) => word.length > 3 && !generic.test(word));
  const others = new Set(
    vendors.filter(({ data }) => data.name !== name).flatMap(({ data }) => words(data.name)),
  );
  return words(name).filter((word) => word !== name && !others.has(word));
}

/** What has a name and a place in a page: vendors, guides, warnings, headers, reasons, vendors' own codes. */
function namedDocs(all: Model): Doc[] {
  const { vendors, guides, warnings, headers, reasons } = all;
  const others = otherNames(all);
  const named = (doc: Doc): Doc => {
    const { a, ...rest } = doc;
    const names = [...(a ? [a] : []), ...(others.get(doc.u) ?? [])];
    return names.length ? { ...rest, a: joined(names) } : rest;
  };
  return [
    ...sitePages.map(named),
    ...vendors.map(({ id, data }) =>
      named({ k: 'vendor', u: `/vendors/${id}/`, t: data.name, a: joined(ownWords(data.name, all)) }),
    ),
    // Its id is what a guide is about: `failover`, `early media`.
    ...guides.map(({ id, data }) =>
      named({
        k: 'guide',
        u: `/guides/${id}/`,
        t: data.title,
        a: joined([id.replaceAll('-', ' '), ...data.names]),
      }),
    ),
    ...warnings.map(({ id, data }): Doc => ({
      k: 'warning',
      u: `/warning/#warning-${id}`,
      t: `Warning ${id} ${data.text}`,
      s: data.codes.join(', '),
    })),
    ...headers.map(({ id, data }): Doc => ({ k: 'header', u: `/headers/#header-${id}`, t: data.name })),
    ...reasons.map(({ id, data }): Doc => ({
      k: 'reason',
      u: `/reason/#reason-${id}`,
      t: `Reason: ${data.token}`,
    })),
    ...vendors.flatMap(({ id, data }) =>
      data.notes
        .flatMap((note) => codesByText(note, 'subcode'))
        .map(({ text, codes }): Doc => ({
          k: 'note',
          u: `/${codes[0]}/#vendor-${id}`,
          t: text,
          s: `${data.name}, ${codes[0]}`,
        })),
    ),
  ];
}

/** The first file: what has a name or a number. At most 12 kB compressed (checked by a test). */
export function lookupData(all: Model): LookupData {
  const counts = noteCounts(all);
  const met = (code: number) => counts.get(code) ?? 0;
  const texts = vendorTexts(all);
  const headers = headersByCode(all, met);
  return {
    // Who types a code that the copy leaves out is told its name, and at its address that it is left out.
    codes: [...all.codes, ...all.codesLeftOut].map(({ data: { code, phrase, variants, status } }) => {
      const other = [...variants.map((variant) => variant.phrase), ...(headers.get(code) ?? [])].filter(
        (name) => name.toLowerCase() !== phrase.toLowerCase(),
      );
      const texted = joined((texts.get(code) ?? []).filter(isConstant));
      return status === 'registered'
        ? [code, phrase, joined(other), texted, met(code)]
        : [code, phrase, joined(other), texted, met(code), 1];
    }),
    causes: all.causes.map(({ cause, name, names }) => [cause, name, joined(names.map((one) => one.name))]),
    programs: programCauses(all).map(({ who, own }) => [
      who,
      own.map(({ cause, code, name }) => [cause, code, name]),
    ]),
    classes: all.classes.map(({ digit, data }) => [digit, data.name]),
    docs: namedDocs(all),
  };
}

/** A place in the content as search sees it: the part of it for the second file, and what it says. */
interface Place extends Doc {
  /** Words that people use for it. */
  words?: readonly string[];
  gist: string;
  text: string;
  /** What it shows letter for letter, joined by line ends. */
  shown?: string;
  /** What people say who have it. */
  heard?: string;
  /** Ids of the signs that it shows, and of those that speak against it. */
  fits?: readonly string[];
  against?: readonly string[];
  acts?: readonly string[];
  /** A copy of the site has it of its own. */
  own?: boolean | undefined;
}

/**
 * Phrases as stems: they are compared as sets and never shown, and in order they pack smaller. The code of the page is
 * left out of a longer phrase: a code in the query counts by itself, and the phrase is found without it too.
 */
const stems = (phrases: readonly string[], code = '') =>
  [
    ...new Set(
      termsOfAll(phrases).map((words) => {
        const others = words.filter((word) => word !== code);
        return (others.length ? others : words).toSorted().join(' ');
      }),
    ),
  ]
    .sort()
    .join('|');

/** Places with the words people use as stems. Those of other languages are found by what they mean. */
function withStems(all: Model, list: readonly Place[]): Place[] {
  const translator = new Translator();
  translator.add(translations(all));
  return list.map((place) => {
    const words = place.words?.filter((phrase) => place.own || !translator.isForeign(phrase)) ?? [];
    return words.length ? { ...place, w: stems(words, /^\/(\d+)\//.exec(place.u)?.[1]) } : place;
  });
}

const joinedLines = (says: readonly { text: string }[]) =>
  [...new Set(says.map(({ text }) => text))].join('\n');

/** A sign with a value is the sign all the same. */
const withoutValues = (signs: readonly string[]) => [...new Set(signs.map((id) => id.replace(/:.*/, '')))];

/** Cases of a code or cause. */
const casePlaces = ({ signs }: Model, page: string, cases: readonly PageCase[]): Place[] =>
  cases.map((item) => {
    const fits = withoutValues(item.signs);
    const seen = signs.filter(({ id }) => fits.includes(id)).flatMap(({ ask, words }) => [ask, ...words]);
    return {
      k: 'case',
      u: `${page}#${item.id}`,
      t: item.title,
      words: item.words,
      shown: joinedLines(item.says),
      gist: item.sign ?? '',
      heard: item.heard.join(' '),
      fits,
      against: withoutValues(item.against),
      acts: item.acts,
      own: item.own,
      text: [item.recognise, item.why, item.do, ...seen].join(' '),
    };
  });

/**
 * A guide and its parts. The words of parts come with the fourth file: who has a failed call asks for cases first. Of their
 * text only the beginning is told, which says what a part is about; the rest is for full text.
 */
function guidePlaces({ id, data, body, file }: Model['guides'][number]): Place[] {
  const own = isOwn(file);
  const beginningOf = (part: number) => {
    const from = body.parts[part]?.line ?? 0;
    const to = body.parts[part + 1]?.line ?? Infinity;
    return body.paragraphs.find(({ line }) => line > from && line < to)?.text ?? '';
  };
  return [
    {
      k: 'guide',
      u: `/guides/${id}/`,
      t: data.title,
      words: data.words,
      gist: data.summary,
      own,
      text: '',
    },
    ...body.parts.map((part, at) => ({
      k: 'guide' as const,
      u: `/guides/${id}/#${part.id}`,
      t: part.title,
      s: data.title,
      gist: '',
      heard: part.words.join(' '),
      own,
      text: beginningOf(at),
    })),
  ];
}

/** Everything that is found by its words, in the order by which the third file counts. */
function places(all: Model): Place[] {
  return withStems(all, [
    ...all.codes.flatMap(({ data, body }): Place[] => [
      {
        k: 'code',
        u: `/${data.code}/`,
        t: `${data.code} ${data.phrase}`,
        words: data.words,
        gist: data.meaning,
        acts: data.acts,
        text: data.customer,
      },
      ...casePlaces(all, `/${data.code}/`, body.cases),
    ]),
    ...all.causes.map(({ cause, name, meaning, practice }): Place => ({
      k: 'cause',
      u: `/q850/${cause}/`,
      t: `Cause ${cause} ${name}`,
      gist: meaning,
      text: practice ?? '',
    })),
    ...all.q850.flatMap(({ data, body }) => casePlaces(all, `/q850/${data.cause}/`, body.cases)),
    ...all.guides.flatMap(guidePlaces),
    ...all.glossary.map(({ id, data }): Place => ({
      k: 'page',
      u: `/guides/glossary/#${id}`,
      t: data.term,
      s: 'Glossary',
      words: [...(data.long ? [data.long] : []), ...(data.also ?? [])],
      // The glossary is one page: its words lead there, and need no line of their own.
      gist: '',
      text: data.meaning,
    })),
  ]);
}

/** The second file: places and the words people use for them. */
export function symptomDocs(all: Model): Doc[] {
  const inNames = new Map([
    ...all.codes.map(({ data }) => [`/${data.code}/`, `${data.code} ${data.phrase}`] as const),
    ...all.causes.map(({ cause, name }) => [`/q850/${cause}/`, `Cause ${cause} ${name}`] as const),
    ...namedDocs(all).map(({ u, t }) => [u, t] as const),
  ]);
  return places(all).map(({ k, u, t, a, w, s }) => ({
    k,
    u,
    // A title that the first file has is not sent a second time.
    t: inNames.get(u) === t ? '' : t,
    ...(a ? { a } : {}),
    ...(w ? { w } : {}),
    ...(s ? { s } : {}),
  }));
}

/** A word of texts that more places have tells less of them than what people say. */
const mostSay = 15;
/** A share: a word that more places have separates nothing. */
const mostHeard = 0.12;
/** What nobody asks a text for: a single letter or digit, the year of a report, and digests that the guides reckon out. */
const unasked = /^(?:.|20[0-2]\d|[\da-f]{32,})$/;

/** What every sentence of other languages has. A `no` says as much as in English and stays. */
const fillers = [...new Set(normaliseAll([deu, spa, por, fra, ita].flat()))]
  .filter((filler) => filler !== 'no')
  .join(' ');

/** Each meaning once, with the words of all languages that have it. */
function translations({ vocabulary }: Model): Pick<Languages, 'list' | 'fillers'> {
  const byMeaning = new Map<string, { german: string[]; others: string[] }>();
  for (const { says, language, means } of vocabulary) {
    const known = byMeaning.get(means) ?? { german: [], others: [] };
    byMeaning.set(means, known);
    if (language === 'de') known.german.push(...says, ...says.map(inLetters));
    else known.others.push(...says);
  }
  const plain = (says: readonly string[]) => joined(says.map(plainPhrase));
  return {
    list: [...byMeaning].map(([means, { german, others }]): Translation => [
      plain(german),
      means,
      plain(others),
    ]),
    fillers,
  };
}

/** The sixth file: words of other languages, and what programs print in them. */
export const languages = (all: Model): Languages => ({
  ...translations(all),
  texts: textsByPath(all, hasForeignLetter),
});

/** For each place the words of the reports that it answers; one that a single report has tells nothing of the next. */
function reportedWords({ reports }: Model, list: readonly Place[]): string[][] {
  const words = termsOfAll(reports.map((report) => report.words)).map((terms) => [...new Set(terms)]);
  const often = new Map<string, number>();
  for (const word of words.flat()) often.set(word, (often.get(word) ?? 0) + 1);
  const byPath = new Map<string, string[]>();
  for (const [at, { is }] of reports.entries())
    for (const path of is)
      push(byPath, path, ...(words[at] ?? []).filter((word) => (often.get(word) ?? 0) > 1));
  return list.map(({ u }) => byPath.get(u) ?? []);
}

/** Shares are reckoned with so many more who say nothing: what two of five say may be chance. */
const silent = 10;
/** Who says a word of a place, at least. */
const fewest = 2;
/** How much more often, as a natural logarithm: at least so much, and one step for each so much. */
const leastMore = 1;
const step = 1.5;

/**
 * The words that questions and reports about a place have more often than those about others, by `numberOf` place and steps.
 */
function askedWords({ questions, questionWords, reports }: Model, list: readonly Place[]): string[][] {
  const numbers = new Map(list.map(({ u }, at) => [u, at]));
  const ofPlace = list.map(() => ({ of: 0, often: new Map<string, number>() }));
  const inAll = new Map<string, number>();
  let all = 0;
  const count = (counts: Map<string, number>, word: string, times: number) =>
    counts.set(word, (counts.get(word) ?? 0) + times);
  const stemOf = new Map(questionWords.map(({ word }) => [word, termsOfAll([word])[0]?.[0] ?? word]));
  for (const { word, times } of questionWords) count(inAll, stemOf.get(word) ?? word, times);
  for (const { is, of, words } of questions) {
    const place = ofPlace[numbers.get(is) ?? -1];
    if (!place) continue;
    place.of += of;
    all += of;
    for (const [word, times] of Object.entries(words)) count(place.often, stemOf.get(word) ?? word, times);
  }
  const reported = termsOfAll(reports.map(({ words }) => words));
  for (const [at, { is }] of reports.entries())
    for (const path of is) {
      const place = ofPlace[numbers.get(path) ?? -1];
      if (!place) continue;
      place.of += 1;
      all += 1;
      for (const word of new Set(reported[at])) {
        count(place.often, word, 1);
        count(inAll, word, 1);
      }
    }
  const words: string[][] = Array.from({ length: numberOf(list.length, 0) }, () => []);
  for (const [at, { of, often }] of ofPlace.entries())
    for (const [word, times] of often) {
      const more = Math.log(times / (of + silent) / ((inAll.get(word) ?? times) / all));
      if (times < fewest || more <= leastMore) continue;
      words[numberOf(at, Math.min(mostSteps, Math.round(more / step)))]?.push(word);
    }
  return words;
}

/** Signs with the words that people use for them. */
const signsFile = ({ signs }: Model, list: readonly Place[]): SignsFile => ({
  words: Object.fromEntries(signs.map(({ id, words }) => [id, stems(words)])),
  fits: packTexts(list.map(({ fits = [] }) => fits)),
  against: packTexts(list.map(({ against = [] }) => against)),
});

/** The third file: what is short. */
export function placeLines(all: Model): PlaceLines {
  const list = places(all);
  return {
    shown: list.map(({ shown = '' }) => shown),
    signs: signsFile(all, list),
    own: list.flatMap(({ own }, at) => (own ? [at] : [])),
    // A vendor’s sentence may be anybody’s words; those that are as good as a number come first.
    vendors: [...vendorTexts(all)]
      .map(([code, texts]): [string, string] => [
        `/${code}/`,
        joined(texts.filter((text) => !isConstant(text))),
      ])
      .filter(([, texts]) => texts),
  };
}

/** What vendors print beside their notes, by the path of the code or cause that it comes with. */
function textsByPath({ vendors }: Model, isWanted: (text: string) => boolean): Printed['texts'] {
  const texts = new Map<string, string[]>();
  for (const { data } of vendors)
    for (const { text, ...its } of textsOf(data))
      if (text && isWanted(text)) push(texts, pathOfText(its), text.replaceAll('|', ' '));
  return [...texts].map(([path, list]) => [path, joined(list)]);
}

/** The seventh file: what vendors print beside their notes. A text with a | in it would be two. */
export function printedTexts(all: Model): Printed {
  const subcodes = new Map<string, string[]>();
  for (const { data } of all.vendors)
    for (const { subcode, ...its } of textsOf(data))
      if (subcode) push(subcodes, `${data.name}|${pathOfText(its)}`, subcode);
  return {
    texts: textsByPath(all, (text) => !hasForeignLetter(text)),
    subcodes: [...subcodes].map(([key, all]) => {
      const [who = '', path = ''] = key.split('|');
      return [who, path, joined(all)];
    }),
  };
}

/** The fourth file: the words of their texts. */
export function placeTexts(all: Model): PlaceTexts {
  const list = places(all);
  const texts = termsOfAll(list.map(({ text, gist }) => `${gist} ${text}`));
  const own = termsOfAll(list.map(({ t }) => t)).map(
    (words, at) => new Set([...words, ...(list[at]?.w ?? '').split(/[ |]/)]),
  );
  const heard = termsOfAll(list.map((place) => place.heard ?? '')).map((words, at) =>
    words.filter((word) => !own[at]?.has(word)),
  );
  // What another file has of a place is not told again.
  const said = texts.map((terms, at) =>
    terms.filter((word) => !own[at]?.has(word) && !heard[at]?.includes(word) && !unasked.test(word)),
  );
  return {
    said: packTexts(said, mostSay / list.length),
    heard: packTexts(heard, mostHeard),
    reported: packTexts(reportedWords(all, list), mostHeard),
    asked: packTexts(askedWords(all, list)),
  };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Characters of a line below a title that are read at a glance. */
const longestGist = 200;

/** What a text begins with: its first sentence, or so much of that as one reads at a glance. */
function beginning(text: string): string {
  const [first] = sentences.segment(text);
  // What leads up to a list is no sentence without it.
  const sentence = (first?.segment.trim() ?? '').replace(/:$/, ' …');
  return sentence.length > longestGist
    ? `${sentence.slice(0, longestGist).replace(/[\s,;:–]+\S*$/, '')} …`
    : sentence;
}

/** The fifth file: one line for each place, and who acts. A part of a guide tells how it begins. */
export function placeGists(all: Model): PlaceGists {
  const list = places(all);
  const acts = list.map(({ acts: actors = [] }) => actorsText(actors));
  const actors = [...new Set(acts)];
  return {
    gists: list.map(({ gist, text }) => gist || beginning(text)),
    actors,
    acts: acts.map((text) => actors.indexOf(text)),
  };
}
