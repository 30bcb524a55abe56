import { expect, it } from 'vitest';
import { searchablePage, withoutHints } from './searchable-page.ts';

const page = (body: string) => `<html><body><main id="main" data-pagefind-body>${body}</main></body></html>`;
const inner = (html: string | undefined) => /<main[^>]*>(.*)<\/main>/s.exec(html ?? '')?.[1];
const none = { page: [], parts: [] };

it('leaves out a page that is not to be found', () =>
  expect(searchablePage('/search/', '<main>…</main>', none)).toBeUndefined());

it('puts the words of a page in front', () =>
  expect(inner(searchablePage('/403/', page('<h1>403</h1>'), { page: ['a < b', '"c"'], parts: [] }))).toBe(
    '<p>a &lt; b, &quot;c&quot;.</p><h1>403</h1>',
  ));

it('puts the words of a part into it, wherever its id stands among its attributes', () =>
  expect(
    inner(
      searchablePage('/403/', page('<section class="part" id="x" title="1 > 0"><h3>X</h3></section>'), {
        page: [],
        parts: [['x', ['one', 'two']]],
      }),
    ),
  ).toBe(
    '<section class="part" id="x" title="1 > 0"><p data-pagefind-weight="3">one, two.</p><h3>X</h3></section>',
  ));

it('has Pagefind find each case under its title', () =>
  expect(
    inner(
      searchablePage(
        '/403/',
        page('<section id="x" data-case><h3>5 &lt; 6 &amp; 7 <a>#x</a></h3></section>'),
        none,
      ),
    ),
  ).toContain('data-pagefind-title="5 &lt; 6 &amp; 7"'));

it('puts them below a heading that bears the id', () =>
  expect(
    inner(
      searchablePage('/guides/via/', page('<h2 id="x">X</h2><p>y</p>'), { page: [], parts: [['x', ['z']]] }),
    ),
  ).toBe('<h2 id="x">X</h2><p data-pagefind-weight="3">z.</p><p>y</p>'));

it('fails where a part is not on the page', () =>
  expect(() => searchablePage('/403/', page(''), { page: [], parts: [['gone', ['x']]] })).toThrow(
    '/403/ has no part with the id "gone"',
  ));

it('lets tables weigh little, and navigation nothing', () => {
  const html = inner(searchablePage('/403/', page('<nav>a</nav><table></table>'), none));
  expect(html).toContain('<nav data-pagefind-ignore="all">');
  expect(html).toContain('<table data-pagefind-weight="0.2">');
});

it('leaves out the tables of pages that only gather what others say', () => {
  const ignored = (path: string) =>
    searchablePage(path, page('<table></table>'), none)?.includes('<table data-pagefind-ignore="all"');
  expect([ignored('/mapping/'), ignored('/vendors/teams/'), ignored('/vendors/'), ignored('/403/')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('does not change the rest of the page', () => {
  const html = page('<p>5 &lt; 6 <br><img src="x.svg" alt=""> <!-- kept --></p><pre>a\n  b</pre>');
  expect(searchablePage('/403/', html, none)).toBe(html);
});

it('leaves readers a page without what only Pagefind reads', () =>
  expect(
    withoutHints(
      '<main id="m" data-pagefind-body><p data-pagefind-meta="code:1">a data-pagefind-x</p></main>',
    ),
  ).toBe('<main id="m"><p>a data-pagefind-x</p></main>'));
