/** What is compared: one call as it is seen at one place. */
import type { ShownCall, ShownMessage } from './messages.ts';

const ends = ({ hop }: ShownMessage) => (hop ? [hop.from, hop.to].sort().join(' ') : '');

/** The messages of the hop on which most of the call is seen. */
export function busiestHop({ messages }: Pick<ShownCall, 'messages'>): ShownMessage[] {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(ends(message), (counts.get(ends(message)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return messages.filter((message) => ends(message) === most?.[0]);
}

/** The same message on another hop: the same request or answer of the same call, between other ends. */
export function twins(message: ShownMessage, all: readonly ShownMessage[]): ShownMessage[] {
  return all.filter(
    (other) =>
      other !== message &&
      other.kind === message.kind &&
      other.method === message.method &&
      other.code === message.code &&
      other.cseq === message.cseq &&
      other.callId === message.callId &&
      ends(other) !== ends(message),
  );
}
