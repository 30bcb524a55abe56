import { expect, it } from 'vitest';
import { movedFragments, movedPages } from './moved.ts';

const redirects = [
  { from: '/old', to: '/486/' },
  { from: '/old/#busy', to: '/486/#in-a-call' },
  { from: '/486/#gone', to: '/600/' },
];

it('a page that moved is named as pages are addressed', () => {
  expect(movedPages(redirects)).toEqual([{ from: '/old/', to: '/486/' }]);
});

it('a page knows the fragments that left it, and no others', () => {
  expect(movedFragments(redirects, '/486')).toEqual([{ fragment: 'gone', to: '/600/' }]);
  expect(movedFragments(redirects, '/old/')).toEqual([{ fragment: 'busy', to: '/486/#in-a-call' }]);
  expect(movedFragments(redirects, '/4/')).toEqual([]);
});
