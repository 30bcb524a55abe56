/** On the 404 page: the answer for a three-digit number. */
import { within } from './base.client.ts';
import { element } from './element.client.ts';
import { drawUnknown } from './result-list.client.ts';
import { unknownCode } from './unknown.ts';

const place = document.querySelector<HTMLElement>('[data-unknown]');
const number = /\/(\d{3})\/?$/.exec(location.pathname)?.[1];
// A host that needs the error page as /404.html may answer /404 with it; the page of that code is one slash away.
if (number === '404' && !location.pathname.endsWith('/')) location.replace(`${location.pathname}/`);
else if (place && number) {
  const known = JSON.parse(place.dataset['known'] ?? '{}') as Record<string, string>;
  const { neighbours } = unknownCode(Number(number), Object.keys(known).map(Number));
  const near = element('p', {}, 'Nearest codes: ');
  neighbours.forEach((code, at) =>
    near.append(at ? ', ' : '', element('a', { href: within(`/${code}/`) }, `${code} ${known[code] ?? ''}`)),
  );
  place.querySelector('h1')!.textContent = `${number} has no page`;
  place
    .querySelector('[data-answer]')!
    .append(element('p', {}, ...drawUnknown(number, (code) => known[code] ?? '')), near);
}
