import { describe, expect, it } from 'vitest';
import { isState, readState, searchPath, withFilters } from './address.ts';

describe('the address of the search page', () => {
  it('keeps what was typed out of what is sent to the host', () => {
    const url = new URL(
      searchPath({ query: 'busy & “late”', filters: { kind: 'code' } }),
      'https://example.com',
    );
    expect(url.pathname + url.search).toBe('/search/');
    expect(readState(url.search, url.hash)).toEqual({
      query: 'busy & “late”',
      filters: { kind: 'code' },
      go: false,
    });
  });
  it('is read from the query too, for bookmarks and other tools', () =>
    expect(readState('?q=486&vendor=Asterisk&go', '')).toEqual({
      query: '486',
      filters: { vendor: 'Asterisk' },
      go: true,
    }));
  it('believes the fragment where both are there', () =>
    expect(readState('?q=486', '#q=487').query).toBe('487'));
  it('does not take a link to a place in the page for a query', () =>
    expect(readState('?q=486', '#main').query).toBe('486'));
  it('is told from the name of a place in the page', () => {
    expect(['', '#', '#q=486', '#kind=code'].filter(isState)).toHaveLength(4);
    expect(['#main', '#query'].filter(isState)).toEqual([]);
  });
  it('keeps the filters of the query before, but for those that the new one has', () => {
    expect(withFilters('/search/#q=486', { kind: 'code' })).toBe('/search/#q=486&kind=code');
    expect(withFilters('/search/#q=486&kind=case', { kind: 'code' })).toBe('/search/#q=486&kind=case');
    expect(withFilters('/search/', { kind: 'code' })).toBe('/search/#kind=code');
  });
  it('bears half a character', () => expect(searchPath({ query: '\ud800' })).toBe('/search/#q=%EF%BF%BD'));
  it('is short, whatever was typed', () =>
    expect(searchPath({ query: 'x'.repeat(110_000) }).length).toBeLessThan(500));
});
