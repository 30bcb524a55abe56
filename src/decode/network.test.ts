import { expect, it } from 'vitest';
import { isPrivate, isPublic } from './network.ts';

it.each([
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.1.1',
  'fd00::1',
  'fe80::1',
])('%s is private', (host) => {
  expect(isPrivate(host)).toBe(true);
});

it.each(['172.32.0.1', '100.128.0.1', '192.0.2.1', '2001:db8::1', 'example.com'])('%s is not', (host) => {
  expect(isPrivate(host)).toBe(false);
});

it.each(['127.0.0.1', '::1', '0.0.0.0', 'example.com', '10.0.0.1'])('%s is no public address', (host) => {
  expect(isPublic(host)).toBe(false);
});
