/**
 * Words readers see for the values that content stores as ids. Every table is typed by its enum: a new value without
 * its words does not compile.
 */
import type { CodeStatus, DialogEffect, PathStop, RetryVerdict } from './schemas/codes.ts';
import type { GuideGroup } from './schemas/guides.ts';
import type { ReasonRead } from './schemas/reasons.ts';
import type { Actor } from './schemas/shared.ts';
import type { SourceKind, SourceRead } from './schemas/sources.ts';
import type { NoteKind, TextHow, VendorKind } from './schemas/vendors.ts';

const actorLabels: Record<Actor, string> = {
  nobody: 'Nobody',
  caller: 'Caller',
  callee: 'Called person',
  'account-holder': 'Account holder',
  'pbx-admin': 'PBX administrator',
  'network-admin': 'Network administrator',
  provider: 'Provider',
  'far-provider': 'The other provider',
  vendor: 'Equipment vendor',
};

export const verdictLabels: Record<RetryVerdict, string> = {
  'not-needed': 'Not needed',
  no: 'No',
  'after-change': 'After a change',
  'after-delay': 'After a delay',
  elsewhere: 'Elsewhere',
};

export const statusLabels: Record<CodeStatus, string> = {
  registered: 'registered',
  deprecated: 'deprecated',
  obsolete: 'obsolete',
  'de-facto': 'de facto, not registered',
  vendor: 'vendor code, not registered',
};

/** The short mark beside a code in a table of codes; registered codes, the rule, carry none. */
export const statusMarks: Record<CodeStatus, string> = {
  registered: '',
  deprecated: 'deprecated',
  obsolete: 'obsolete',
  'de-facto': 'de facto',
  vendor: 'vendor',
};

/** What the code does to an established call, as a sentence. */
export const effectSentences: Record<DialogEffect, string> = {
  none: 'No effect on an established call.',
  redirect: 'Sends only the request elsewhere; an established call goes on unchanged.',
  transaction: 'Ends only the request it answers; an established call goes on.',
  usage:
    'By RFC 5057 (informational) it ends the use of the dialog that the request belonged to: for a re-INVITE, the call. RFC 3261 §14.1 says so of 408, 481 and no answer only.',
  dialog:
    'By RFC 5057 (informational) it ends the whole dialog, an established call with it. RFC 3261 §14.1 says so of 408, 481 and no answer only.',
};

export const noteKindLabels: Record<NoteKind, string> = {
  generates: 'Sends it',
  handles: 'On receiving it',
  names: 'Calls it',
  maps: 'Maps it',
  config: 'Setting',
  documents: 'Documentation',
  tool: 'Tool',
  reported: 'Reported',
};

/** How a text of a vendor meets a reader, where it is not a reason phrase on the wire. */
export const textHowLabels: Record<TextHow, string> = {
  sends: '',
  logs: 'log',
  names: 'name',
  shows: 'shown',
  sets: 'setting',
};

/** Headings of the list of vendors, in the order of the page. */
export const vendorKindLabels: Record<VendorKind, string> = {
  stack: 'Servers and SIP libraries',
  pbx: 'PBXs',
  sbc: 'Session border controllers',
  gateway: 'Gateways',
  phone: 'Phones',
  client: 'Softphones',
  platform: 'Communication platforms',
  carrier: 'Carriers and providers',
  tool: 'Tools',
  list: 'Published lists',
};

/** Headings of the list of guides, in the order of the page. */
export const guideGroupLabels: Record<GuideGroup, string> = {
  start: 'Start here',
  wire: 'Read a message',
  causes: 'What usually stands behind it',
  call: 'In the call',
  systems: 'By kind of phone or system',
  work: 'Tickets, tools and words',
};

/** Headings of the list of sources, in the order of the page, with what to know of the kind. */
export const sourceKindLabels: Record<SourceKind, { title: string; lead?: string }> = {
  list: {
    title: 'Lists of SIP codes',
    lead: 'The documents this reference had to cover, and what each is.',
  },
  registry: { title: 'Registries' },
  standard: { title: 'Standards other than RFCs' },
  rfc: { title: 'RFCs' },
  code: {
    title: 'Source code',
    lead: 'Vendor notes name the file, the commit and the line; they are listed on the vendors’ pages.',
  },
  'vendor-doc': {
    title: 'Vendor documentation',
    lead: 'Documentation cited by a vendor note is listed on the vendor’s page.',
  },
  article: { title: 'Articles' },
  capture: { title: 'Recorded traffic' },
  // Threads cited by number (gh:owner/repo#12) follow those of sources.yaml.
  thread: { title: 'Public threads' },
};

export const sourceReadLabels: Record<SourceRead, string> = {
  full: 'read in full',
  sections: 'cited sections read',
  excerpt: 'an excerpt read',
  transcription: 'read in a transcription',
  'not-read': 'not read',
};

/** What a reader has to know of a Reason protocol whose document was not read in full. */
export const reasonReadSentences: Record<ReasonRead, string> = {
  full: '',
  excerpt: 'Only an excerpt of the document was read.',
  registry: 'The defining document was not read; the entry is taken from the registry.',
};

/** The same in a word or two, for tables and the strip of facts. */
const shortActorLabels: Record<Actor, string> = {
  nobody: 'nobody',
  caller: 'caller',
  callee: 'called person',
  'account-holder': 'account holder',
  'pbx-admin': 'PBX admin',
  'network-admin': 'network admin',
  provider: 'provider',
  'far-provider': 'other provider',
  vendor: 'vendor',
};

/** "account holder · provider". @param most how many are named. */
export function shortActors(ids: readonly string[], most = ids.length): string {
  return ids
    .slice(0, most)
    .map((id) => shortActorLabels[id as Actor] ?? id)
    .join(' · ');
}

/** A text as the beginning of a line. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Methods in at most four words: long lists are "any request" for a reader in a hurry; the JSON has them all. */
export function methodsInShort(methods: readonly string[]): string {
  if (methods.includes('any') || methods.length > 5) return 'Any request';
  if (methods.length <= 3) return methods.join(', ');
  return `${methods.slice(0, 2).join(', ')}, ${methods.length - 2} more`;
}

/** Where a response can be made, from the caller on, as the path shows it. */
export const stopLabels: Record<PathStop, string> = {
  caller: 'Caller',
  pbx: 'Your PBX',
  sbc: 'SBC',
  registrar: 'Provider',
  gateway: 'Gateway',
  phone: 'Called phone',
};

/** "PBX administrator, provider": first one with a capital, the rest without. */
export function actorsText(ids: readonly string[]): string {
  return ids
    .map((id, at) => {
      const label = actorLabels[id as Actor] ?? id;
      return at === 0 || /^[A-Z]{2}/.test(label) ? label : label[0]?.toLowerCase() + label.slice(1);
    })
    .join(', ');
}

/**
 * A class with its number in front, once: "4xx Request failure", but "Gigaset 7xx", whose name holds it.
 * @param name as in content/classes.yaml.
 */
export function numberedClass(digit: string, name: string): string {
  return name.includes(`${digit}xx`) ? name : `${digit}xx ${name}`;
}

/** A class without its number, to stand beside it: "Request failure", "Gigaset". */
export function bareClass(digit: string, name: string): string {
  return name.replace(` ${digit}xx`, '');
}
