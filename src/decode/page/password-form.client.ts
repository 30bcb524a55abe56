/** A field for a password and what the recorded response says to it. The password is kept nowhere. */
import { markedTurns } from '../../frame/direction.ts';
import { element } from '../../frame/element.client.ts';
import type { MessageLike } from '../message-like.ts';
import type { RecordedCredentials } from '../password.ts';
import { passwordWords } from './password-words.ts';

/**
 * @param recorded what to check against, asked for at each check.
 * @param around messages whose realms, users and URIs are tried too.
 */
export function passwordForm(
  recorded: () => RecordedCredentials,
  around: () => readonly MessageLike[],
): HTMLFormElement {
  const field = element('input', {
    type: 'password',
    className: 'field',
    autocomplete: 'off',
    spellcheck: false,
    required: true,
  });
  const verdict = element('p', { className: 'decode-verdict' });
  verdict.setAttribute('role', 'status');
  const form = element(
    'form',
    { className: 'decode-password' },
    element('label', {}, 'Password ', field),
    ' ',
    element('button', { type: 'submit', className: 'button' }, 'Check the password'),
    element(
      'p',
      { className: 'text-sm text-soft' },
      'It is compared with the recorded response in this page and kept nowhere.',
    ),
    verdict,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check();
  });
  async function check(): Promise<void> {
    const { candidatesOf, checkPassword } = await import('../password.ts');
    const result = checkPassword(recorded(), field.value, candidatesOf(around()));
    verdict.textContent = markedTurns(passwordWords(result));
    field.value = '';
    field.focus();
  }
  return form;
}
