import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candidatesOf, checkPassword } from '../password.ts';
import { passwordWords } from './password-words.ts';
import { recordedIn } from './recorded.ts';

const trace = readFileSync(join(import.meta.dirname, 'examples/wrong-password.txt'), 'utf8');
const request = trace.slice(trace.lastIndexOf('REGISTER sip:'));
const say = (text: string, password: string, method = 'REGISTER') => {
  const found = recordedIn(text, method);
  return found && passwordWords(checkPassword(found.recorded, password, candidatesOf(found.around)));
};

test('checks a pasted request', () => {
  expect(say(request, 'secret1')).toMatch(/^Right password/);
  expect(say(request, 'secret')).toMatch(/^Wrong password/);
});

test('checks the line alone with the method that was chosen, and names another that fits', () => {
  const line = /^Authorization:.*$/m.exec(request)?.[0] ?? '';
  expect(say(`12:00:01 ${line}`, 'secret1')).toMatch(/^Right password/);
  expect(say(line.replace('realm="example.com"', 'realm="example.org"'), 'secret1')).toMatch(
    /^Wrong password/,
  );
});

test('names what the response was computed with, where the header says something else', () => {
  const other = request.replace('realm="example.com"', 'realm="example.org"');
  expect(say(other, 'secret1')).toBe(
    'Right password, but the response was computed with realm “example.com”, and the header says “example.org”. That is what the server refuses.',
  );
});

test('finds no credentials where there are none', () => {
  expect(recordedIn('SIP/2.0 401 Unauthorized\n\n', 'REGISTER')).toBe(null);
});
