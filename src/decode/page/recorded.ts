/** Reads what was pasted into the password check: a whole request, or the line with the credentials alone. */
import { splitMessage } from '../../sip/message.ts';
import type { MessageLike } from '../message-like.ts';
import type { RecordedCredentials } from '../password.ts';
import { credentialsOf } from './credentials-of.ts';

/**
 * @param method of the request, where only the line was pasted.
 * @returns what to check, and the message whose realms and users are tried too; null where no credentials are found.
 */
export function recordedIn(
  text: string,
  method: string,
): { recorded: RecordedCredentials; around: MessageLike[] } | null {
  const message = splitMessage(text.trimStart());
  const recorded = credentialsOf(message);
  if (recorded) return { recorded, around: [message] };
  // Log lines begin with whatever the program prints before a header; folded lines go on below.
  const found = /(?:authorization\s*:\s*)?(digest\s+[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/i.exec(text);
  return found?.[1]
    ? { recorded: { header: found[1].replace(/\r?\n[ \t]+/g, ' '), method }, around: [] }
    : null;
}
