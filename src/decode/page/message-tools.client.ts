/** What can be done with a message: check its password, read its PASSporT, see what a hop changed in it. */
import { element } from '../../frame/element.client.ts';
import { drawHop } from './compare-part.client.ts';
import { credentialsOf } from './credentials-of.ts';
import { identityPart } from './identity-part.client.ts';
import type { ShownCall, ShownMessage } from './messages.ts';
import { twins } from './one-hop.ts';
import { passwordForm } from './password-form.client.ts';

/** @param masked private data is hidden: digests and tokens are not those that were sent. */
export async function messageTools(
  message: ShownMessage,
  call: ShownCall,
  masked: boolean,
): Promise<HTMLElement[]> {
  const tools: HTMLElement[] = [];
  const credentials = credentialsOf(message);
  const identities = message.headers.filter(({ name }) => name === 'identity').slice(0, 4);
  if (masked && (credentials || identities.length > 0))
    return [
      element(
        'p',
        { className: 'text-sm text-soft' },
        'Show private data again to check the password or the PASSporT of this message.',
      ),
    ];
  if (credentials)
    tools.push(
      passwordForm(
        () => credentials,
        () => call.messages,
      ),
    );
  for (const { value } of identities) tools.push(await identityPart(value, message));
  const [other] = twins(message, call.messages);
  if (other) {
    const { compareHop } = await import('../compare.ts');
    const [before, after] = other.index < message.index ? [other, message] : [message, other];
    const { differences } = compareHop(before, after);
    tools.push(
      element(
        'details',
        { className: 'decode-hop' },
        element('summary', {}, `What the hop changed between line ${before.line} and line ${after.line}`),
        ...drawHop(differences, [`Line ${before.line}`, `Line ${after.line}`]),
      ),
    );
  }
  return tools;
}
