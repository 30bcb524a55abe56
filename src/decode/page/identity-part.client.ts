/** The PASSporT of an Identity header: its claims beside the headers, and its signature where the certificate is pasted. */
import { markedDeep, markedTurns } from '../../frame/direction.ts';
import { element } from '../../frame/element.client.ts';
import type { MessageLike } from '../message-like.ts';
import type { ClaimCheck, Verification } from '../passport.ts';

const resultWords: Record<ClaimCheck['result'], string> = {
  same: 'same',
  form: 'same number, other form',
  differs: 'differs',
  alone: 'nothing to compare with',
  missing: 'missing',
};

export async function identityPart(value: string, message: MessageLike): Promise<HTMLElement> {
  const { compareClaims, readIdentity, verifyPassport } = await import('../passport.ts');
  const read = readIdentity(value);
  const claims = markedDeep(compareClaims(read, message));
  const pem = element('textarea', {
    className: 'field',
    rows: 4,
    spellcheck: false,
    placeholder: '-----BEGIN CERTIFICATE-----',
  });
  const verdict = element('p', { className: 'decode-verdict' });
  verdict.setAttribute('role', 'status');
  const form = element(
    'form',
    { className: 'decode-box' },
    element('label', {}, 'Certificate or public key (PEM)', pem),
    element(
      'p',
      { className: 'decode-actions' },
      element('button', { type: 'submit', className: 'button' }, 'Check the signature'),
    ),
    verdict,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void verifyPassport(read, pem.value, message).then((result) => {
      verdict.textContent = markedTurns(verificationWords(result));
    });
  });
  return element(
    'section',
    { className: 'decode-identity' },
    element('h3', {}, `PASSporT, ${read.form} form`),
    ...read.problems.map((problem) => element('p', {}, markedTurns(problem))),
    element(
      'ul',
      {},
      ...claims.map((claim) =>
        element(
          'li',
          { className: claim.result === 'differs' || claim.result === 'missing' ? 'marked' : '' },
          element('code', {}, claim.claim),
          ' ',
          element('bdi', {}, claim.claimed ?? ''),
          ' ',
          element('small', {}, resultWords[claim.result]),
          ' ',
          claim.message,
        ),
      ),
    ),
    element(
      'p',
      { className: 'text-sm text-soft' },
      'The signature is not checked: its certificate lies on another host, and this page asks none. Paste the certificate to check it.',
    ),
    form,
  );
}

function verificationWords(result: Verification): string {
  if (result.kind === 'cannot-check') return `Cannot be checked: ${result.reason}`;
  const verdict =
    result.kind === 'valid'
      ? 'The signature fits this certificate.'
      : 'The signature does not fit this certificate: the token was changed, or another certificate signed it.';
  return [verdict, ...result.notes].join(' ');
}
