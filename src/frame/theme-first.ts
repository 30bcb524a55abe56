/**
 * The theme a reader chose, set before the first paint so that nothing flashes.
 * Written into the head as it stands; the policy allows it by its hash.
 */
import { createHash } from 'node:crypto';

export const themeScript =
  'try{var t=localStorage.theme;t&&(document.documentElement.dataset.theme=t)}catch(e){}';

export const themeScriptHash = `sha256-${createHash('sha256').update(themeScript).digest('base64')}` as const;
