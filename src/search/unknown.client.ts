/** On the not-found page: what three digits are that begin with a nought. All others have a page of their own. */
import { element } from '../frame/element.client.ts';
import { noClassSentence } from './unknown.ts';

const place = document.querySelector<HTMLElement>('[data-unknown]');
const number = /\/(\d{3})\/?$/.exec(location.pathname)?.[1];
// A host that needs the error page as /404.html may answer /404 with it; the page of that code is one slash away.
if (number === '404' && !location.pathname.endsWith('/')) location.replace(`${location.pathname}/`);
else if (place && number && number.startsWith('0')) {
  place.querySelector('h1')!.textContent = `${number} has no page`;
  place.querySelector('[data-answer]')!.append(element('p', {}, noClassSentence(number)));
}
