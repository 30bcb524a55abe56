/** On the 404 page: the answer for a three-digit number. */
import { unknownCode } from './unknown.ts';

const place = document.querySelector<HTMLElement>('[data-unknown]');
const number = /\/(\d{3})\/?$/.exec(location.pathname)?.[1];
// A host that needs the error page as /404.html may answer /404 with it; the page of that code is one slash away.
if (number === '404' && !location.pathname.endsWith('/')) location.replace(`${location.pathname}/`);
else if (place && number) {
  const known = JSON.parse(place.dataset['known'] ?? '{}') as Record<string, string>;
  const base = place.dataset['base'] ?? '/';
  const answer = unknownCode(Number(number), Object.keys(known).map(Number));
  const link = (code: number) => {
    const a = document.createElement('a');
    a.href = `${base}${code}/`;
    a.textContent = `${code} ${known[code] ?? ''}`;
    return a;
  };
  const paragraph = document.createElement('p');
  if (answer.treatedAs) {
    paragraph.append(
      `${number} is not registered. A client treats it as `,
      link(answer.treatedAs),
      ' (RFC 3261 §8.1.3.2): read the phrase and the headers beside it, they are all that its sender tells.',
    );
  } else {
    paragraph.append(
      `${number} is no SIP response code: SIP has the classes 1xx to 6xx only. It may be a number of your device or provider; search for its text.`,
    );
  }
  const near = document.createElement('p');
  near.append('Nearest codes: ');
  answer.neighbours.forEach((code, at) => near.append(at ? ', ' : '', link(code)));
  place.querySelector('h1')!.textContent = `${number} has no page`;
  place.querySelector('[data-answer]')!.append(paragraph, near);
}
