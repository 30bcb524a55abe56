import { expect, it, vi } from 'vitest';
import { bookmarklet } from './bookmarklet.ts';

/** Runs the bookmark as a browser does, and says what it opens. */
function opened(selection: string, answer: string | null = null): unknown {
  const open = vi.fn();
  const code = decodeURIComponent(bookmarklet('https://sip.example.com/').replace(/^javascript:/, ''));
  new Function('getSelection', 'prompt', 'open', code)(
    () => selection,
    () => answer,
    open,
  );
  return open.mock.calls[0]?.[0];
}

it.each([
  ['403', '403/'],
  ['  486 Busy Here ', '486/'],
  ['SIP/2.0 603 Decline', '603/'],
  ['4031', 'search/#q=4031'],
  ['cause=21', 'search/#q=cause%3D21'],
  ['rejected with 603 #1', 'search/#q=rejected%20with%20603%20%231'],
])('a selection %j leads to %s', (selection, path) =>
  expect(opened(selection)).toBe(`https://sip.example.com/${path}`),
);
it('asks where nothing is selected, and opens nothing without an answer', () => {
  expect(opened('', '404')).toBe('https://sip.example.com/404/');
  expect(opened('')).toBeUndefined();
});
