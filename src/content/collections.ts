/** Every kind of content: where it lies and the schema it keeps. */
import { causeSchema } from './schemas/causes.ts';
import { changeSchema } from './schemas/changes.ts';
import { classSchema } from './schemas/classes.ts';
import { codeSchema } from './schemas/codes.ts';
import { commandTaskSchema } from './schemas/commands.ts';
import { termSchema } from './schemas/glossary.ts';
import { guideSchema } from './schemas/guides.ts';
import { headerSchema } from './schemas/headers.ts';
import { mappingSchema } from './schemas/mappings.ts';
import { causePageSchema } from './schemas/q850.ts';
import { omitSchema, ownCaseSchema, ownNotesSchema, themeSchema } from './schemas/own.ts';
import { policySchema } from './schemas/policy.ts';
import { reasonSchema } from './schemas/reasons.ts';
import { questionSchema, questionWordSchema } from './schemas/questions.ts';
import { redirectSchema } from './schemas/redirects.ts';
import { reportSchema } from './schemas/reports.ts';
import { signSchema } from './schemas/signs.ts';
import { ownSiteSchema, siteSchema } from './schemas/site.ts';
import { situationSchema } from './schemas/situations.ts';
import { sourceSchema } from './schemas/sources.ts';
import { unregisteredSchema } from './schemas/unregistered.ts';
import { vendorSchema } from './schemas/vendors.ts';
import { vocabularySchema } from './schemas/vocabulary.ts';
import { warningSchema } from './schemas/warnings.ts';

/** Folders of MDX pages: content/codes/403.mdx. The schema is that of the front matter. */
export const pageSchemas = { codes: codeSchema, guides: guideSchema, q850: causePageSchema };

/** Folders of YAML files: content/vendors/asterisk.yaml. */
export const fileSchemas = { vendors: vendorSchema, mappings: mappingSchema };

/** Files of many entries, each under a key of its own or in a list: content/sources.yaml. The schema is that of an entry. */
export const tableSchemas = {
  sources: sourceSchema,
  causes: causeSchema,
  classes: classSchema,
  unregistered: unregisteredSchema,
  headers: headerSchema,
  warnings: warningSchema,
  reasons: reasonSchema,
  glossary: termSchema,
  situations: situationSchema,
  redirects: redirectSchema,
  changes: changeSchema,
  signs: signSchema,
  commands: commandTaskSchema,
  vocabulary: vocabularySchema,
  reports: reportSchema,
  questions: questionSchema,
  'question-words': questionWordSchema,
};
export type TableName = keyof typeof tableSchemas;
export const tableNames = Object.keys(tableSchemas) as TableName[];

/** Tables that are lists: their order is that of readers, their entries have no key. */
export const listNames = [
  'situations',
  'redirects',
  'changes',
  'signs',
  'commands',
  'vocabulary',
  'reports',
  'questions',
  'question-words',
] as const satisfies TableName[];

/** Files of one entry: content/site.yaml. */
export const settingsSchema = siteSchema;
export const policyFileSchema = policySchema;

/** What only content/own/ has, by the name of its file or folder. */
export const ownSchemas = {
  cases: ownCaseSchema,
  notes: ownNotesSchema,
  site: ownSiteSchema,
  theme: themeSchema,
  omit: omitSchema,
};

/** Tables that content/own/ may add entries to. Classes and causes are those of the standards. */
export const ownTableNames = tableNames.filter((name) => name !== 'classes' && name !== 'causes');
