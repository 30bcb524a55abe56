/** A vendor's notes by code, and what they have in common, so that it is said once. */
import type { VendorNote } from '../content/schemas/vendors.ts';
import { codesOf } from '../content/vendor-notes.ts';

export interface CodeGroup {
  code: number;
  /** Notes whose first code this is; each note stands in one group only. */
  notes: VendorNote[];
  /** Notes of other groups that are about this code too. */
  others: VendorNote[];
}

export interface ClassGroup {
  digit: string;
  /** Codes with notes of their own, ascending. */
  codes: CodeGroup[];
  /** Codes that only notes of other groups are about. */
  elsewhere: CodeGroup[];
}

/** The notes by class and code. Every code that any note is about is there once. */
export function groupNotes(notes: readonly VendorNote[]): ClassGroup[] {
  const codes = [...new Set(notes.flatMap(codesOf))].sort((a, b) => a - b);
  const groups = codes.map((code) => ({
    code,
    notes: notes.filter((note) => codesOf(note)[0] === code),
    others: notes.filter((note) => codesOf(note).indexOf(code) > 0),
  }));
  const digits = [...new Set(codes.map((code) => String(code).charAt(0)))];
  return digits.map((digit) => {
    const own = groups.filter(({ code }) => String(code).startsWith(digit));
    return {
      digit,
      codes: own.filter((group) => group.notes.length > 0),
      elsewhere: own.filter((group) => !group.notes.length),
    };
  });
}

/** What more than half of a vendor's notes share; each undefined where they do not. */
export interface Common {
  /** Key of the source, as `sourceKey` makes it. */
  source: string | undefined;
  /** Repository and commit of the files. */
  files: string | undefined;
  checked: string | undefined;
  kind: VendorNote['kind'] | undefined;
  secondhand: boolean;
}

/** Two notes with the same key rest on the same source. */
export const sourceKey = ({ source }: Pick<VendorNote, 'source'>): string => JSON.stringify(source);

const filesOf = ({ source }: Pick<VendorNote, 'source'>) =>
  'repo' in source ? `${source.repo} ${source.commit}` : undefined;

/** The value that more than half of the notes have. One note has nothing in common with itself. */
function mostOf<Value>(values: readonly Value[]): Value | undefined {
  if (values.length < 2) return undefined;
  return values.find((value) => values.filter((one) => one === value).length * 2 > values.length);
}

/** What most notes of a vendor share, so that its page says it once and each note only where it differs. */
export function commonOf(notes: readonly VendorNote[]): Common {
  const kinds = new Set(notes.map(({ kind }) => kind));
  return {
    source: mostOf(notes.map(sourceKey)),
    files: mostOf(notes.map(filesOf)),
    checked: mostOf(notes.map(({ checked }) => checked)),
    kind: notes.length > 1 && kinds.size === 1 ? notes[0]?.kind : undefined,
    secondhand: mostOf(notes.map(({ secondhand }) => secondhand ?? false)) ?? false,
  };
}
