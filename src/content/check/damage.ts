/**
 * Every kind of damage to content that we know of, each a small edit of the sample, with what the check must say of it.
 * Nothing else may be said: one fault is one problem. `npm run check:content -- --damage` counts what is caught.
 */
import { examples } from './damage/examples.ts';
import { facts } from './damage/facts.ts';
import { encoding, files, syntax } from './damage/files.ts';
import { signs, vocabulary, tasks } from './damage/lists.ts';
import { mappings } from './damage/mappings.ts';
import { markup } from './damage/markup.ts';
import { pages, causePages } from './damage/pages.ts';
import { redirects } from './damage/redirects.ts';
import { references, commands } from './damage/references.ts';
import { keys, dates, addresses } from './damage/schemas.ts';
import { words } from './damage/words.ts';
import type { Damage } from './damage-edit.ts';
import { ownDamages } from './own-damage.ts';
import { tableDamages } from './table-damage.ts';

/** Every kind of damage, in groups that belong to one check each. */
export const damages: Damage[] = [
  ...encoding,
  ...files,
  ...syntax,
  ...keys,
  ...dates,
  ...addresses,
  ...words,
  ...markup,
  ...pages,
  ...references,
  ...commands,
  ...causePages,
  ...signs,
  ...vocabulary,
  ...tasks,
  ...redirects,
  ...examples,
  ...mappings,
  ...facts,
  ...tableDamages,
  ...ownDamages,
];
