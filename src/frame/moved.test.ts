import { expect, it } from 'vitest';
import { movedFragments, movedPages } from './moved.ts';

const redirects = [
  { from: '/old', to: '/486/' },
  { from: '/old/#busy', to: '/486/#in-a-call' },
  { from: '/486/#gone', to: '/600/' },
];

it('a page that moved is named as pages are addressed', () => {
  expect(movedPages(redirects)).toContainEqual({ from: '/old/', to: '/486/' });
});

it('a case that moved takes its short address along, unless that is led elsewhere', () => {
  expect(movedPages(redirects).map(({ from }) => from)).toEqual(['/old/', '/486/gone/']);
  const led = [...redirects, { from: '/486/gone/', to: '/603/' }];
  expect(movedPages(led)).toContainEqual({ from: '/486/gone/', to: '/603/' });
  expect(movedPages(led)).toHaveLength(2);
});

it('a page knows the fragments that left it, and no others', () => {
  expect(movedFragments(redirects, '/486')).toEqual([{ fragment: 'gone', to: '/600/' }]);
  expect(movedFragments(redirects, '/old/')).toEqual([{ fragment: 'busy', to: '/486/#in-a-call' }]);
  expect(movedFragments(redirects, '/4/')).toEqual([]);
});
