/** The ladder of a decoded call, in the form in which code pages describe theirs. */
import { markedTurns } from '../../frame/direction.ts';
import type { LadderFlow, LadderStep } from '../../sip/ladder.ts';
import { self } from '../ladder.ts';
import { plainLabel } from '../roles.ts';
import { secondsBetween } from '../view.ts';
import { cut } from './cut.ts';
import type { ShownCall, ShownMessage, ShownParticipant } from './messages.ts';

export interface CallFlow {
  flow: LadderFlow;
  /** For each step of the flow: the message it stands for, and its time from the start; null for a gap. */
  of: ({ message: ShownMessage; time: string } | null)[];
}

/** Seconds of silence that are drawn as a gap. */
const silence = 3;

/** One step for each message, in order, and one for each silence of three seconds or more. */
export function callFlow({ messages, participants, deciding }: ShownCall): CallFlow {
  const places = new Map(participants.map(({ id }, at) => [id, at]));
  const columns = participants.map(column);
  while (columns.length < 2) columns.push({ name: 'not named', under: '' });
  const steps: LadderStep[] = [];
  const of: CallFlow['of'] = [];
  let before: ShownMessage | undefined;
  for (const message of messages) {
    const pause = secondsBetween(before, message);
    if (pause !== null && pause >= silence) {
      steps.push({ kind: 'gap', label: `${Math.round(pause)} s` });
      of.push(null);
    }
    before = message;
    const from = places.get(message.hop?.from ?? '') ?? 0;
    const to = places.get(message.hop?.to ?? '') ?? 1;
    const label = labelOf(message);
    steps.push(
      from === to
        ? { kind: 'event', at: from, label }
        : {
            kind: 'arrow',
            from,
            to,
            label,
            note: noteOf(message),
            marked: message.index === deciding,
            both: false,
            lost: false,
          },
    );
    const passed = secondsBetween(messages[0], message);
    of.push({ message, time: passed === null ? '' : passed.toFixed(3) });
  }
  return { flow: { participants: columns, steps }, of };
}

/** What stands on the arrow of a message: its method, or code and phrase, cut to 40 characters. */
export function labelOf({ kind, method, code, reasonPhrase }: ShownMessage): string {
  const label = kind === 'request' ? (method ?? 'Request') : `${code ?? ''} ${reasonPhrase ?? ''}`.trim();
  return cut(markedTurns(label), 40);
}

/** What tells this message apart from others of its name. */
function noteOf(message: ShownMessage): string {
  const has = (name: string) => message.headers.some((header) => header.name === name);
  const notes = [
    message.kind === 'request' && (has('authorization') || has('proxy-authorization'))
      ? 'with credentials'
      : '',
    /^v=0/m.test(message.body) ? 'SDP' : '',
    message.copies > 0
      ? `sent ${message.copies + 1} times${message.lastCopyAfter === null ? '' : ` in ${message.lastCopyAfter.toFixed(1)} s`}`
      : '',
  ];
  return notes.filter(Boolean).join(', ');
}

/** The role above the address where the role is known. */
function column({ id, label, inferred, part }: ShownParticipant): { name: string; under: string } {
  const address = id === self ? 'this system' : label === null ? 'not named' : cut(plainLabel(label), 24);
  const role = part.charAt(0).toUpperCase() + part.slice(1);
  if (part === '' || part.startsWith('may be'))
    return { name: address, under: part || (inferred && label !== null ? 'from Via or URI' : '') };
  return { name: role, under: address };
}
