/** On the not-found page: the answer for three digits of which SIP has no class. */
import { neighboursOf, treatedAs } from '../sip/unregistered.ts';
import { within } from '../frame/base.client.ts';
import { element } from '../frame/element.client.ts';
import { noClassSentence } from './unknown.ts';

const place = document.querySelector<HTMLElement>('[data-unknown]');
const number = /\/(\d{3})\/?$/.exec(location.pathname)?.[1];
// A host that needs the error page as /404.html may answer /404 with it; the page of that code is one slash away.
if (number === '404' && !location.pathname.endsWith('/')) location.replace(`${location.pathname}/`);
else if (place && number && treatedAs(Number(number)) === undefined) {
  const known = JSON.parse(place.dataset['known'] ?? '{}') as Record<string, string>;
  const neighbours = neighboursOf(Number(number), Object.keys(known).map(Number));
  const near = neighbours.flatMap((code, at) => [
    at ? ', ' : 'Nearest numbers: ',
    element('a', { href: within(`/${code}/`) }, `${code} ${known[code] ?? ''}`),
  ]);
  place.querySelector('h1')!.textContent = `${number} has no page`;
  place
    .querySelector('[data-answer]')!
    .append(element('p', {}, noClassSentence(number)), ...(near.length ? [element('p', {}, ...near)] : []));
}
