/** Vendor notes: what each says of which code, and where it comes from. */
import type { NotePair, VendorData, VendorNote, VendorText } from './schemas/vendors.ts';

const once = <T>(values: readonly T[]) => [...new Set(values)];
const of = ({ says }: Pick<VendorNote, 'says'>, code: number | undefined): NotePair[] =>
  code === undefined ? says : says.filter((pair) => pair.code === code);

/** Codes a note is about, in its order. */
export function codesOf(note: Pick<VendorNote, 'says'>): number[] {
  return once(note.says.map(({ code }) => code));
}

/** Texts the vendor shows, letter for letter: with one code, or with any. */
export function phrasesOf(note: Pick<VendorNote, 'says'>, code?: number): string[] {
  return once(of(note, code).flatMap(({ phrase }) => phrase ?? []));
}

/** The vendor's own codes: with one code, or with any. */
export function subcodesOf(note: Pick<VendorNote, 'says'>, code?: number): string[] {
  return once(of(note, code).flatMap(({ subcode }) => subcode ?? []));
}

/** Each phrase or sub-code of a note once, with the codes it comes with. */
export function codesByText(
  note: Pick<VendorNote, 'says'>,
  key: 'phrase' | 'subcode',
): { text: string; codes: number[] }[] {
  const texts = key === 'phrase' ? phrasesOf(note) : subcodesOf(note);
  return texts.map((text) => ({
    text,
    codes: codesOf({ says: note.says.filter((pair) => pair[key] === text) }),
  }));
}

/**
 * Label and address of a note's source. Code gets the address of the very line at the commit that was read.
 * @param cite resolves a citation, for notes that rest on one.
 */
export function noteSource(
  source: VendorNote['source'],
  cite: (id: string) => { label: string; url?: string | undefined },
): { label: string; url?: string | undefined } {
  if ('cite' in source) return cite(source.cite);
  if ('url' in source) return { label: source.title, url: source.url };
  if ('own' in source) return { label: source.own };
  const file = source.path.split('/').at(-1) ?? source.path;
  const line = source.line ? `#L${source.line}` : '';
  return {
    label: source.title ?? (source.line ? `${file}:${source.line}` : file),
    // A path may hold blanks and braces.
    url: `https://github.com/${source.repo}/blob/${source.commit}/${encodeURI(source.path)}${line}`,
  };
}

/** Where a text of a vendor leads: the page of its code or cause, or the place that it is a sign of. */
export const pathOfText = ({ code, cause, place }: Pick<VendorText, 'code' | 'cause' | 'place'>): string =>
  place ?? (code === undefined ? `/q850/${cause}/` : `/${code}/`);

/** What a vendor prints beside its notes, each with where it stands: `t_reply.c:123` and the address of that line. */
export const textsOf = ({
  texts,
}: Pick<VendorData, 'texts'>): (VendorText & { label: string; url: string })[] =>
  texts.flatMap(({ from, says }) =>
    says.map((say) => {
      if ('url' in from) return { ...say, label: from.title, url: from.url };
      const { label, url } = noteSource({ ...from, line: say.line }, () => ({ label: '' }));
      return { ...say, label, url: url ?? '' };
    }),
  );

/**
 * A note's source by what it is, in a word: the file of a program, "thread", "Learn", the host of a manual.
 * @param short name of a citation in running text.
 */
export function noteSourceName(
  { source }: Pick<VendorNote, 'source'>,
  short: (id: string) => string,
): string {
  if ('cite' in source) return source.cite.startsWith('gh:') ? 'thread' : short(source.cite);
  if ('own' in source) return source.own;
  if ('url' in source) {
    const host = new URL(source.url).hostname.replace(/^(www|docs|support|help)\./, '');
    return host === 'learn.microsoft.com' ? 'Learn' : host;
  }
  if (source.repo.startsWith('MicrosoftDocs/')) return 'Learn';
  return source.path.split('/').at(-1) ?? source.path;
}

/** Settings and constants as programs spell them: `max_contacts`, `send_pai=yes`. */
const setting = /\b[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+(?:=[\w.-]*\w)?/g;

/** A note's text with settings, and what it shows letter for letter, between backticks. */
export function withCode(text: string, phrases: readonly string[]): string {
  const verbatim = phrases
    .filter((phrase) => phrase.length >= 6)
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const code = new RegExp([...verbatim, setting.source].join('|'), 'g');
  return text
    .split(/(`[^`]*`|“[^”]*”)/)
    .map((part, at) => (at % 2 ? part : part.replace(code, '`$&`')))
    .join('');
}

/** Whether a code page shows the note. Mappings stand in the mapping table, tools in the guides; both are on the vendor's page. */
export const isOnCodePage = ({ kind }: Pick<VendorNote, 'kind'>): boolean =>
  kind !== 'maps' && kind !== 'tool';
