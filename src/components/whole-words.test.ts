import { expect, it } from 'vitest';
import { breakable, fitWords } from './whole-words.ts';

const table = (...rows: string[][]) =>
  rows
    .map((cells, at) => {
      const kind = at ? 'td' : 'th';
      return `<tr>${cells.map((cell) => `<${kind}>${cell}</${kind}>`).join('')}</tr>`;
    })
    .join('');

it('leaves a table alone whose words fit, however long its sentences', () =>
  expect(
    fitWords(table(['Where', 'What is set'], ['nginx', 'a sentence of many short words, and one more'])),
  ).toEqual({ size: 'usual', breaking: [] }));

it('takes smaller letters before it breaks a word', () =>
  expect(
    fitWords(table(['Who', 'Sees', 'Says', 'Why'], ['Blocked', 'statistics', 'recommended', 'provider'])),
  ).toEqual({ size: 'small', breaking: [] }));

it('breaks the column of the longest word alone, where others then fit', () =>
  expect(
    fitWords(
      table(
        ['Step', 'Of', 'Value'],
        ['response', 'credentials', '<code>4ee058dc71b65b40c3b8bc1a919a76b2</code>'],
      ),
    ),
  ).toEqual({ size: 'small', breaking: [3] }));

it('counts a long name as its parts', () => {
  const [row] = table(['JsSIP.debug.enable(&#39;JsSIP:*&#39;)']).split('\n');
  expect(breakable(row!)).toBe('<tr><th>JsSIP.<wbr>debug.<wbr>enable(<wbr>&#39;JsSIP:*&#39;)</th></tr>');
  expect(breakable('<td>/help/sip/</td><td>1 or 2</td>')).toBe(
    '<td>/<wbr>help/<wbr>sip/</td><td>1 or 2</td>',
  );
});
