/** The credentials that a message carries, as the password check takes them. */
import { headerName } from '../../sip/message.ts';
import { requestLine, type MessageLike } from '../message-like.ts';
import type { RecordedCredentials } from '../password.ts';

/** Each Authorization and Proxy-Authorization of a request; null for a response or a request without. */
export function credentialsOf(message: MessageLike): RecordedCredentials | null {
  const method = requestLine(message)?.method;
  const header = message.headers.find(({ name }) => /^(?:proxy-)?authorization$/.test(headerName(name)));
  return method && header ? { header: header.value, method, body: message.body } : null;
}
