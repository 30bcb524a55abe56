import { expect, it } from 'vitest';
import { readModel } from '../model.ts';
import { leadsSomewhere, routesOf } from './routes.ts';

const routes = routesOf(readModel(process.cwd()).model);

it.each([
  '/',
  '/403/#no-credit',
  '/403/#vendor-asterisk',
  '/guides/via/#one-line',
  '/guides/glossary/#proxy',
  '/headers/#header-reason',
  '/mapping/#authorities',
  '/mapping/#sip-403',
  '/q850/21/#notations',
  '/vendors/asterisk/#asterisk-007',
  '/warning/#warning-399',
  '/search/#q=403 forbidden',
  '/search/?q=403',
  '/codes.csv',
  '/403.md',
])('%s is there', (address) => expect(leadsSomewhere(routes, address)).toBe(true));

it.each([
  '/403',
  '/403/#nobody',
  '/403/#vendor-sngrep-x',
  '/figures/',
  '/headers/#reason',
  '/q850/200/',
  '/499.json',
  '/not/',
])('%s is not', (address) => expect(leadsSomewhere(routes, address)).toBe(false));
