/** Damage to addresses that moved. */
import { add, type Damage, edit, put } from '../damage-edit.ts';
import { code } from './sample-files.ts';

export const redirects: Damage[] = [
  edit(
    'a redirect to nowhere',
    'redirects.yaml',
    put('to: /486/\n', 'to: /1787/\n'),
    /1\.to: leads to "\/1787\/", which does not exist; write/,
    'to: /1787/',
  ),
  edit(
    'a redirect to a section that is not there',
    'redirects.yaml',
    put('#on-a-call', '#calling'),
    /2\.to: leads to "\/486\/#calling", which does not exist/,
    '#calling',
  ),
  edit(
    'a redirect to itself',
    'redirects.yaml',
    put('to: /486/\n', 'to: /engaged/\n'),
    /1\.to: leads "\/engaged\/" to itself; write where/,
    'to: /engaged/',
  ),
  edit(
    'a circle of redirects',
    'redirects.yaml',
    () =>
      '- from: /engaged/\n  to: /taken/\n  since: 2026-11-20\n- from: /486/#busy\n  to: /486/#on-a-call\n  since: 2026-11-20\n- from: /taken/\n  to: /engaged/\n  since: 2026-11-20\n',
    /1\.to: goes round in a circle: \/engaged\/ → \/taken\/ → \/engaged\/; lead it to a page/,
    'to: /taken/',
  ),
  edit(
    'a redirect in two steps',
    'redirects.yaml',
    add('- from: /taken/\n  to: /engaged/\n  since: 2026-11-20\n'),
    /3\.to: leads to "\/engaged\/", which moved itself; lead it to "\/486\/"/,
    'to: /engaged/',
  ),
  edit(
    'a redirect in place of a page',
    'redirects.yaml',
    put('from: /engaged/', 'from: /600/'),
    /1\.from: takes the place of "\/600\/", which exists; remove/,
    'from: /600/',
  ),
  edit(
    'a redirect in place of a section',
    'redirects.yaml',
    put('from: /486/#busy', 'from: /486/#limit'),
    /2\.from: takes the place of "\/486\/#limit", which exists/,
    '#limit',
    [{ file: code, says: /busy: is gone, but \/486\/#busy is published/ }],
  ),
  edit(
    'a redirect written twice',
    'redirects.yaml',
    add('- from: /engaged/\n  to: /600/\n  since: 2026-11-20\n'),
    /3\.from: leads "\/engaged\/" on a second time; keep one/,
    'from: /engaged/',
  ),
  edit(
    'a redirect to another host',
    'redirects.yaml',
    put('to: /486/\n', 'to: https://example.com/\n'),
    /1\.to: .*must|Invalid|; write a path/,
    'https:',
  ),
  edit(
    'a redirect without its slash',
    'redirects.yaml',
    put('to: /486/\n', 'to: /486\n'),
    /1\.to: is "\/486"; write a path of this site with a slash at both ends/,
    'to: /486',
  ),
  edit(
    'a redirect of a section of no page',
    'redirects.yaml',
    put('from: /engaged/', 'from: /engaged/#x'),
    /1\.from: is a section of "\/engaged\/", which is no page; lead the whole page/,
    '/engaged/#x',
  ),
];
