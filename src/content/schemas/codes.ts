import { z } from 'astro/zod';
import { actor, citation, codeNumber, day, sentence } from './shared.ts';

export const codeStatus = z.enum(['registered', 'deprecated', 'obsolete', 'de-facto', 'vendor']);
export type CodeStatus = z.infer<typeof codeStatus>;

export const retryVerdict = z.enum(['not-needed', 'no', 'after-change', 'after-delay', 'elsewhere']);
export type RetryVerdict = z.infer<typeof retryVerdict>;

/** What a response does to an established dialog when it answers a request inside it (RFC 5057). */
export const dialogEffect = z.enum(['none', 'redirect', 'transaction', 'usage', 'dialog']);
export type DialogEffect = z.infer<typeof dialogEffect>;

/** Where a response can be made on the way of a call, from the caller on. */
export const pathStop = z.enum(['caller', 'pbx', 'sbc', 'registrar', 'gateway', 'phone']);
export type PathStop = z.infer<typeof pathStop>;

const path = z
  .strictObject({
    usual: z.array(pathStop).min(1).describe('Where it is usually made.'),
    possible: z.array(pathStop).optional().describe('Where it may be made as well.'),
  })
  .refine(
    ({ usual, possible = [] }) => new Set([...usual, ...possible]).size === usual.length + possible.length,
    { message: 'names a stop twice; keep it under usual or under possible' },
  );

const header = z.strictObject({
  name: z.string().describe('Header field name as the RFC spells it.'),
  requirement: z
    .enum(['MUST', 'SHOULD', 'MAY'])
    .describe('What the source says about this header in this response.'),
  purpose: z.string().describe('What the reader learns from it, in one sentence.'),
  source: citation,
});

const retry = z.strictObject({
  verdict: retryVerdict.describe('The one-word answer in the fact strip.'),
  same: z.string().describe('May the same request go to the same target again? In a few words.'),
  other: z.string().describe('Does another target, trunk or route help? In a few words.'),
  delay: z.string().optional().describe('How long to wait, with unit, if waiting helps.'),
  forking: z
    .string()
    .optional()
    .describe('What a forking proxy does with this code among the answers of several branches.'),
  sources: z.array(citation).describe('Where the retry facts come from.'),
});

export const codeSchema = z.strictObject({
  code: codeNumber.describe('The code; the file is named after it.'),
  phrase: z.string().min(2).describe('Reason phrase as registered with IANA, or as its vendor writes it.'),
  status: codeStatus.describe(
    'registered and deprecated: in the IANA registry. obsolete: only in an RFC that was replaced. de-facto: sent by software, registered nowhere. vendor: one vendor’s own number.',
  ),
  defined: z
    .array(citation)
    .min(1)
    .describe('Defining documents, the main one first, each with its section.'),
  reviewed: day.describe('The day somebody last read the whole page against its sources.'),
  meaning: sentence.max(260).describe('What the code means, in one sentence (two at most).'),
  customer: sentence
    .max(260)
    .describe(
      'What support may tell the customer, as it is: no jargon, no blame, true for every case of the code.',
    ),
  sentBy: z.string().max(90).describe('Who sends it, in a few words for the fact strip.'),
  path: path
    .optional()
    .describe(
      'Who can have said it, as stops on the way of a call: caller, pbx (your PBX), sbc, registrar (registrar or provider), gateway, phone (called phone). A stop that is not named never says it.',
    ),
  methods: z
    .array(z.string().regex(/^([A-Z]+|any)$/, 'must be a method in capitals, or "any"'))
    .describe('Requests it can answer; "any" where the RFC names none. Empty for display codes.'),
  methodsNote: z.string().optional().describe('A limit that does not fit the list of methods.'),
  acts: z
    .array(actor)
    .min(1)
    .max(3)
    .describe(
      'Who has to act, most likely first: nobody, caller, callee, account-holder, pbx-admin, network-admin, provider, far-provider, vendor.',
    ),
  retry: retry.describe('Whether to send the request again, and where.'),
  dialog: z
    .strictObject({
      effect: dialogEffect.describe(
        'none: the call is untouched. redirect: the request is to go elsewhere, the established session is unchanged (3xx). transaction: only the request fails. usage: its usage of the dialog ends. dialog: the whole dialog ends.',
      ),
      note: z.string().optional().describe('What qualifies the effect.'),
      source: citation.describe('What says so; usually a section of RFC 5057.'),
    })
    .optional()
    .describe('What the code does to an established dialog when it answers a request inside it (RFC 5057).'),
  headers: z.array(header).describe('Headers this response must, should or may carry.'),
  headersNote: z.string().optional().describe('What the header list cannot say.'),
  variants: z
    .array(
      z.strictObject({
        phrase: z.string().describe('The wording, exactly as sent or printed.'),
        note: z.string().describe('Who sends or prints it, and what it means there.'),
        source: citation,
      }),
    )
    .describe('Other phrases seen on the wire or in lists. They are searchable.'),
  words: z
    .array(z.string())
    .describe(
      'Words people search with that the page does not say itself, such as misspellings and symptoms.',
    ),
  compare: z
    .array(
      z.strictObject({
        code: codeNumber,
        difference: z.string().min(12).describe('How to tell the two apart, in one sentence.'),
      }),
    )
    .describe('Codes that readers confuse with this one.'),
  lists: z
    .array(
      z.strictObject({
        who: z.array(z.string()).min(1).describe('Keys of sources.yaml: the lists that say it.'),
        says: z.string().describe('What they say, in our words (a phrase may be quoted).'),
        instead: z.string().describe('What is right, in one or two sentences.'),
        source: citation.describe('What proves it.'),
      }),
    )
    .optional()
    .describe('Where well-known lists are wrong about this code.'),
  unverified: z
    .string()
    .optional()
    .describe('Shown in sight: what could not be checked against a primary source.'),
  sources: z.array(citation).min(1).describe('Everything else the page rests on.'),
});
export type CodeData = z.infer<typeof codeSchema>;

/** Front matter keys in the order in which every page has them, so that diffs stay small. */
export const codeKeyOrder = Object.keys(codeSchema.shape);
