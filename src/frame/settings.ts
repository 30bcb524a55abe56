/** Name, addresses and links of this copy of the site, from content/site.yaml. */
import { model } from '../content/model.ts';

function read() {
  const { settings } = model();
  if (!settings)
    throw new Error('content/site.yaml is missing; it says the name and the address of the site');
  return settings;
}

export const settings = read();
