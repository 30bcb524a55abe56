/** What the reader is told after a password was checked. */
import type { PasswordVerdict } from '../password.ts';

const names: Record<string, string> = {
  realm: 'realm',
  username: 'user name',
  uri: 'URI',
  method: 'method',
  algorithm: 'algorithm',
  qop: 'qop',
  blanks: 'password',
};

/** One or two sentences, the verdict first. */
export function passwordWords(verdict: PasswordVerdict): string {
  switch (verdict.kind) {
    case 'right':
      return verdict.hashed
        ? 'Right: this is the stored hash (HA1) of the password, and the response fits it.'
        : `Right password: the response fits it (${verdict.algorithm}${verdict.qop ? `, qop ${verdict.qop}` : ''}). A refusal has another reason.`;
    case 'right-but':
      return `Right password, but the response was computed with ${verdict.differences
        .map(({ what, recorded, used }) =>
          what === 'blanks'
            ? 'blanks around the password'
            : `${names[what] ?? what} “${used}”, and the header says “${recorded}”`,
        )
        .join('; ')}. That is what the server refuses.`;
    case 'wrong':
      return [
        'Wrong password: no realm, user, URI, method or algorithm of this trace makes the response fit it.',
        ...(verdict.unknown.length > 0 ? [`Not tried: ${verdict.unknown.join('; ')}.`] : []),
      ].join(' ');
    case 'cannot-check':
      return `Cannot be checked: ${verdict.reason}`;
  }
}
