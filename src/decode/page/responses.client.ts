/** Draws responses: code, who was asked, what it means, what it carries. */
import { within } from '../../frame/base.client.ts';
import { element } from '../../frame/element.client.ts';
import type { ShownResponse } from './messages.ts';

/** @param onShow called with the response whose message the reader wants to see. */
export function drawResponse(
  response: ShownResponse,
  onShow: (response: ShownResponse) => void,
): HTMLElement {
  const { code, phrase, method, line, message, meaning, hasPage, copies, carries, where } = response;
  const name = element(
    'span',
    {},
    element('span', { className: 'digits' }, String(code)),
    ' ',
    element('bdi', {}, phrase),
  );
  const button =
    message === null
      ? element('span', { className: 'text-sm text-soft' }, `line ${line}${where ? `, ${where}` : ''}`)
      : element('button', { type: 'button', className: 'quiet' }, `line ${line}`);
  if (message !== null) button.addEventListener('click', () => onShow(response));
  const item = element(
    'li',
    { className: `c${String(code)[0]}` },
    element(
      'p',
      {},
      hasPage ? element('a', { href: within(`/${code}/`) }, name) : name,
      ' ',
      ...(method ? [element('small', {}, `to ${method}`), ' '] : []),
      ...(copies > 0 ? [element('small', {}, `sent ${copies + 1} times`), ' '] : []),
      button,
    ),
    element('p', {}, meaning ?? `Not registered: treat it as ${String(code)[0]}00.`),
    ...carries.map(({ name: header, value, cause }) =>
      element(
        'p',
        { className: 'text-sm' },
        `${header}: `,
        element('code', {}, value),
        ...(cause === null ? [] : [' ', element('a', { href: within(`/q850/${cause}/`) }, `cause ${cause}`)]),
      ),
    ),
  );
  item.dataset['testid'] = 'decoded-response';
  item.dataset['code'] = String(code);
  item.dataset['method'] = method ?? '';
  return item;
}
