import { expect, it } from 'vitest';
import { scriptsOf, withHints } from './scripts-ahead.ts';

const files: Record<string, string> = {
  '/base/_astro/page.1.js':
    'import{a}from"./box.2.js";import"./side.3.js";const later=()=>import("./later.4.js")',
  '/base/_astro/box.2.js': 'import{b}from"./side.3.js"',
  '/base/_astro/side.3.js': '',
};

it('names the scripts of a page and all that they import before they run, each once', () =>
  expect(
    scriptsOf('<script type="module" src="/base/_astro/page.1.js"></script>', (name) => files[name] ?? '?'),
  ).toEqual(['/base/_astro/page.1.js', '/base/_astro/box.2.js', '/base/_astro/side.3.js']));

it('puts the hints where the browser sees them first', () =>
  expect(withHints('<meta http-equiv="content-security-policy" content="x">', ['/a.js'])).toBe(
    '<link rel="modulepreload" href="/a.js"><meta http-equiv="content-security-policy" content="x">',
  ));
