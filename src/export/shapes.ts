/** What several exports have in common: as a schema, and as data made from the content. */
import { z } from 'astro/zod';
import type { CommandTaskData } from '../content/schemas/commands.ts';
import { typedIn } from '../content/schemas/commands.ts';
import { actor } from '../content/schemas/shared.ts';
import { noteKind, vendorKind, type VendorNote } from '../content/schemas/vendors.ts';
import { noteSource } from '../content/vendor-notes.ts';
import type { Vendor } from '../content/model.ts';
import { operatingSystems } from '../commands/products.ts';
import { citedAt, type Site } from './site.ts';
import { schemaFolder, schemaVersion } from './version.ts';

const license = 'https://creativecommons.org/licenses/by/4.0/';

/** Keys that every JSON file starts with. */
export const head = {
  $schema: z.url().describe('Address of the JSON Schema of this file; it names the major version.'),
  schemaVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .describe(
      'Version of the form, by semver.org: a new major version renames, removes or redefines a field; a minor one adds some.',
    ),
  license: z.url().describe('Under which licence the texts may be used.'),
};

/** @param name of the schema: `code`, `codes`. */
export function headOf(name: string, { address }: Site) {
  return { $schema: address(`/schema/${schemaFolder}/${name}.json`), schemaVersion, license };
}

export const permalink = z.url().describe('Address of the page or place. It stays what it is.');
export const day = z.iso.date().describe('A day, YYYY-MM-DD.');
export const code = z.int().min(100).max(999).describe('A response code.');
export const acts = z
  .array(actor)
  .describe('Who has to act, most likely first; ids, which the guide on the data explains.');
/** Text of the body of a page. */
export const markdown = z.string().describe('CommonMark; links are whole addresses.');
/** Text of a data file. */
export const plain = z.string().describe('Plain text; what stands in `backticks` is code.');

export const citation = z
  .object({
    id: z.string().describe('The citation as the content writes it: rfc3261#21.4.4, gh:owner/repo#12.'),
    label: z.string().describe('What to show for it: RFC 3261 §21.4.4.'),
    url: z.url().optional().describe('Where to read it, where an address is known.'),
    notRead: z.literal(true).optional().describe('True where the source could not be read by us.'),
  })
  .describe('Where a fact comes from.');

/** A citation as exports give it. @throws where it names no known source. */
export function citationOf(site: Site, id: string): z.infer<typeof citation> {
  const { label, url, notRead } = citedAt(site, id);
  return { id, label, url, notRead: notRead || undefined };
}

/** A source of a vendor note or a command. */
const source = z
  .object({
    label: z.string().describe('What to show for it.'),
    url: z.url().optional().describe('Where to read it; for code the very line at the commit that was read.'),
  })
  .describe('Where it comes from.');

function sourceOf({ model, address }: Site, from: VendorNote['source']): z.infer<typeof source> {
  const { label, url } = noteSource(from, model.cite);
  return { label, url: url && address(url) };
}

const versions = {
  since: z.string().optional().describe('First version for which it holds.'),
  until: z.string().optional().describe('Last version for which it holds.'),
};

export const vendorNote = z
  .object({
    id: z.string().describe('Fixed id, unique on the site.'),
    url: permalink,
    kind: noteKind.describe(
      'generates: sends it. handles: does this on receiving it. names: calls it so. maps: to or from a cause. config: a setting. documents: its documentation says so. tool: how to find it. reported: a public thread.',
    ),
    says: z
      .array(
        z.object({
          code,
          phrase: z.string().optional().describe('Text the vendor sends, logs or shows, letter for letter.'),
          subcode: z.string().optional().describe('The vendor’s own code for the case.'),
        }),
      )
      .describe('Every code the note is about, with the phrase or sub-code that belongs to it.'),
    text: plain,
    ...versions,
    retry: z.string().optional().describe('What it does by default when the code arrives, in a few words.'),
    source,
    checked: day.describe('The day the source was last read.'),
    secondhand: z.boolean().optional().describe('True where somebody other than the vendor published it.'),
  })
  .describe('One thing a product, stack or carrier does with a code.');

/** A vendor note as exports give it, with its address on the vendor’s page. */
export function vendorNoteOf(site: Site, vendor: Vendor, note: VendorNote): z.infer<typeof vendorNote> {
  const { id, kind, says, text, since, until, retry, checked, secondhand } = note;
  return {
    id,
    url: site.address(`/vendors/${vendor.id}/#${id}`),
    kind,
    says,
    text,
    since,
    until,
    retry,
    source: sourceOf(site, note.source),
    checked,
    secondhand,
  };
}

export const vendorHead = {
  id: z.string().describe('Fixed id: the last part of the address.'),
  name: z.string().describe('Name readers know it by.'),
  kind: vendorKind.describe('What it is.'),
  url: permalink,
};

/** Who a vendor is, without its notes. */
export function vendorHeadOf({ address }: Site, { id, data: { name, kind } }: Vendor) {
  return { id, name, kind, url: address(`/vendors/${id}/`) };
}

export const commandTask = z
  .object({
    id: z.string().describe('Fixed id of the task.'),
    title: z.string().describe('What one does, as an order.'),
    url: permalink,
    ask: z.array(z.string()).describe('What people type who want to do it.'),
    commands: z.array(
      z.object({
        who: z.string().describe('Id of a vendor, or linux, windows or macos.'),
        name: z.string().describe('Name of the product.'),
        at: typedIn.describe('Where it is typed.'),
        command: z.string().describe('The command; what the reader puts in is in capitals.'),
        good: z.string().optional().describe('What it prints when all is well.'),
        bad: z.string().optional().describe('What it prints when something is wrong.'),
        look: plain.describe('What to look for, and what it means.'),
        note: plain.optional().describe('What else one has to know.'),
        ...versions,
        source,
        tried: z.string().optional().describe('Program and version with which it was tried.'),
        checked: day.describe('The day the source was last read.'),
      }),
    ),
  })
  .describe('A task that steps ask for, with the command of each product.');

/** A task with its commands as exports give it. */
export function commandTaskOf(site: Site, task: CommandTaskData): z.infer<typeof commandTask> {
  const { id, title, ask, commands } = task;
  return {
    id,
    title,
    url: site.address(`/guides/commands/#${id}`),
    ask,
    commands: commands.map(({ source: from, ...command }) => ({
      ...command,
      name: operatingSystems[command.who] ?? site.model.vendorById.get(command.who)?.data.name ?? command.who,
      source: sourceOf(site, from),
    })),
  };
}
