/** Name, addresses and links of this copy of the site, from content/site.yaml. */
import { parse } from 'yaml';
import text from '../../content/site.yaml?raw';
import { siteSchema } from '../content/schemas/others.ts';

export const settings = siteSchema.parse(parse(text));
