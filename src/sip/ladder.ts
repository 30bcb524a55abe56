/**
 * Call-flow ladders, from a short description to placed arrows.
 *
 *     PBX 192.0.2.10, Provider 203.0.113.5      participants; the text after the name stands under it
 *     PBX -> Provider: INVITE | with SDP        an arrow; the text after | is set smaller
 *     Provider -> PBX: 403 Forbidden            marked if it starts with the page's code
 *     Provider ->* PBX: 183 Session Progress    marked by hand
 *     PBX <-> Provider: RTP                     media both ways
 *     PBX ->x Provider: BYE                     a message that is lost
 *     ... 32 s                                  time passes
 *     PBX: rings                                something happens at one participant
 */
export interface Participant {
  name: string;
  under: string;
}

export type LadderStep =
  | {
      kind: 'arrow';
      from: number;
      to: number;
      label: string;
      note: string;
      marked: boolean;
      both: boolean;
      lost: boolean;
    }
  | { kind: 'gap'; label: string }
  | { kind: 'event'; at: number; label: string };

export interface LadderFlow {
  participants: Participant[];
  steps: LadderStep[];
}

/**
 * Reads a description.
 * @param code this page's code; arrows whose label starts with it are marked.
 * @throws an error that names the line and shows the form it should have.
 */
export function parseLadder(text: string, code?: number): LadderFlow {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = '', ...rest] = lines;
  const participants = first.split(',').map((item) => {
    const [, name = '', under = ''] = /^\s*(\S+)\s*(.*)$/.exec(item) ?? [];
    return { name: name.replace(/_/g, ' '), under: under.trim() };
  });
  if (participants.length < 2)
    throw new Error(
      `ladder: "${first}" must name two participants or more, as in "PBX 192.0.2.10, Provider 203.0.113.5"`,
    );
  const place = (name: string, line: string) => {
    const at = participants.findIndex((participant) => participant.name === name.replace(/_/g, ' '));
    if (at < 0)
      throw new Error(
        `ladder: "${line}" names "${name}", which is not among ${participants.map((p) => p.name).join(', ')}; use _ for a blank in a name`,
      );
    return at;
  };
  const steps = rest.map((line): LadderStep => {
    const gap = /^\.\.\.\s*(.*)$/.exec(line);
    if (gap) return { kind: 'gap', label: gap[1] ?? '' };
    const arrow = /^(\S+)\s*(->x|->\*|->|<->)\s*(\S+):\s*(.+)$/.exec(line);
    if (arrow) {
      const [, from = '', sign, to = '', whole = ''] = arrow;
      const [label = '', note = ''] = whole.split('|').map((part) => part.trim());
      return {
        kind: 'arrow',
        from: place(from, line),
        to: place(to, line),
        label,
        note,
        marked: sign === '->*' || (code !== undefined && label.startsWith(`${code} `)),
        both: sign === '<->',
        lost: sign === '->x',
      };
    }
    const event = /^(\S+):\s*(.+)$/.exec(line);
    if (event) return { kind: 'event', at: place(event[1] ?? '', line), label: event[2] ?? '' };
    throw new Error(
      `ladder: cannot read "${line}"; write "A -> B: INVITE", "A <-> B: RTP", "... 32 s" or "A: rings"`,
    );
  });
  return { participants, steps };
}

/** The flow as sentences, for readers who do not see the drawing. */
export function describeLadder({ participants, steps }: LadderFlow): string {
  const name = (at: number) => participants[at]?.name ?? '';
  return steps
    .map((step, at) => {
      const number = `${at + 1}. `;
      if (step.kind === 'gap') return `${number}Time passes: ${step.label}.`;
      if (step.kind === 'event') return `${number}${name(step.at)}: ${step.label}.`;
      const note = step.note ? `, ${step.note}` : '';
      if (step.both) return `${number}${name(step.from)} and ${name(step.to)}: ${step.label}${note}.`;
      return `${number}${name(step.from)} to ${name(step.to)}: ${step.label}${note}${step.lost ? ', lost' : ''}.`;
    })
    .join(' ');
}
