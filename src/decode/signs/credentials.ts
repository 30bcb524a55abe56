/** Signs of the group "Credentials". */
import { userOf } from '../headers.ts';
import type { SignResult } from '../types.ts';
import { challenges, loginOf, value, type View } from '../view.ts';

export function afterCredentials(see: View): SignResult {
  if (!see.exchange.request || see.exchange.request.listed) return null;
  return loginOf(see.exchange.request).length > 0;
}

export function withoutCredentials(see: View): SignResult {
  const { request } = see.exchange;
  if (!request || request.listed) return null;
  if (loginOf(request).length > 0) return false;
  const code = see.answer?.response.code;
  if (code === 401 || code === 407) return true;
  const line = see.answer?.response.line ?? request.line;
  return !challenges(see).some((found) => found.answer.response.line < line);
}

/** Two challenges for one method, and the second answers credentials for the realm of the first. */
export function challengedAgain(see: View): SignResult {
  const found = challenges(see);
  return found.some(({ exchange, challenge, answer }) =>
    loginOf(exchange.request).some((login) =>
      found.some(
        (before) =>
          before.answer.response.line < answer.response.line &&
          before.exchange.method === exchange.method &&
          before.challenge.header === challenge.header &&
          before.challenge.params['realm'] === login.params['realm'],
      ),
    ),
  );
}

export function stale(see: View): SignResult {
  const found = challenges(see);
  if (found.length === 0) return null;
  return found.some(({ challenge }) => challenge.params['stale']?.toLowerCase() === 'true');
}

export function fromDiffers(see: View): SignResult {
  const { request } = see.exchange;
  const login = loginOf(request)[0]?.params['username'];
  const from = userOf(value(request, 'from'));
  if (!login || from === null) return null;
  return plain(login) !== plain(from);
}

/** A user name without the domain some clients put behind it. */
function plain(user: string): string {
  return (user.split('@', 1)[0] ?? '').toLowerCase();
}
