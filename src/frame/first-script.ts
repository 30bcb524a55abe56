/**
 * What a reader chose, set before the first paint so that nothing flashes or jumps: the theme, and the reader's own
 * systems. Written into the head as it stands; the policy allows it by its hash.
 */
import { createHash } from 'node:crypto';
import { rules, storageKey } from '../systems/rules.ts';

const theme = 't=l.theme;t&&(document.documentElement.dataset.theme=t)';
const systems =
  `s=l.${storageKey};if(/^[a-z0-9]+([ -][a-z0-9]+)*$/.test(s)){var c=new CSSStyleSheet;` +
  `c.replaceSync('@media screen{'+${JSON.stringify(rules)}.replaceAll('§',':is('+s.split(' ').map(function(i){return'[data-of~="'+i+'"]'})+')')+'}');` +
  'document.adoptedStyleSheets=[c]}';

export const firstScript = `try{var l=localStorage,t,s;${theme};${systems}}catch(e){}`;

export const firstScriptHash = `sha256-${createHash('sha256').update(firstScript).digest('base64')}` as const;
