import { expect, it } from 'vitest';
import { linkFault } from './markup.ts';

it.each(['/403/#no-credit', '#wire', 'https://example.com/', 'mailto:desk@example.com', '/search/?q=a:b'])(
  'lets %s pass',
  (url) => expect(linkFault(url)).toBeUndefined(),
);

it.each([
  ['javascript:alert(1)', /runs code/],
  ['JaVaScRiPt :alert(1)', /runs code/],
  ['java\tscript:alert(1)', /runs code/],
  ['data:text/html,a', /runs code/],
  ['file:///etc/passwd', /runs code or opens a file/],
  ['//example.com/', /write https/],
  ['ftp://example.com/', /only https and mailto/],
  ['403/', /begins with \//],
])('refuses %s', (url, fault) => expect(linkFault(url)).toMatch(fault));
