/** Words readers see for the values that content stores as ids. */
import type { Actor } from './schemas/shared.ts';

export const actorLabels: Record<Actor, string> = {
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

export const verdictLabels = {
  'not-needed': 'Not needed',
  no: 'No',
  'after-change': 'After a change',
  'after-delay': 'After a delay',
  elsewhere: 'Elsewhere',
} as const;

export const statusLabels = {
  registered: 'registered',
  deprecated: 'deprecated',
  obsolete: 'obsolete',
  'de-facto': 'de facto, not registered',
  vendor: 'vendor code, not registered',
} as const;

export const effectLabels = {
  none: 'No effect on an established call',
  transaction: 'Ends only the request it answers; an established call goes on',
  usage: 'Ends the usage of the dialog that the request belonged to',
  dialog: 'Ends the whole dialog: an established call is over',
} as const;

export const noteKindLabels = {
  generates: 'Sends it',
  handles: 'On receiving it',
  names: 'Calls it',
  maps: 'Maps it',
  config: 'Setting',
  documents: 'Documentation',
  tool: 'Tool',
  reported: 'Reported',
} as const;

/** "PBX administrator, provider": first one with a capital, the rest without. */
export function actorsText(ids: readonly string[]): string {
  return ids
    .map((id, at) => {
      const label = actorLabels[id as Actor] ?? id;
      return at === 0 || /^[A-Z]{2}/.test(label) ? label : label[0]?.toLowerCase() + label.slice(1);
    })
    .join(', ');
}

/** "4xx" of a code. */
export const classOf = (code: number): string => `${Math.floor(code / 100)}xx`;
