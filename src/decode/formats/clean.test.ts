import { expect, it } from 'vitest';
import { cleanLine, isHtmlEscaped, splitBreaks, unescapeHtml } from './clean.ts';

it.each([
  ['\u001b[36;1mINVITE\u001b[0m\r', 'INVITE'],
  ['^[[31mSIP/2.0 486^[[0m', 'SIP/2.0 486'],
  ['[m[mrecv 10 bytes[0m', 'recv 10 bytes'],
  ['\ufeffSIP/2.0', 'SIP/2.0'],
  ['Via: x\u0000', 'Via: x'],
  ['Via: x^M', 'Via: x'],
  ['Via: x#015', 'Via: x'],
  ['Content-Length: 0  [Time:20-11@12:00:00.404]', 'Content-Length: 0'],
  ['[S=404] [SID=a:1] text', '[S=404] [SID=a:1] text'],
])('cleans %j', (line, clean) => {
  expect(cleanLine(line)).toBe(clean);
});

it('resolves HTML escapes, also doubled ones', () => {
  expect(unescapeHtml('&lt;sip:a@b&gt; &quot;x&quot;')).toBe('<sip:a@b> "x"');
  expect(unescapeHtml('&amp;lt;sip:a@b&amp;gt;')).toBe('<sip:a@b>');
  expect(isHtmlEscaped('a & b')).toBe(false);
});

it('splits at breaks and drops tags around', () => {
  expect(splitBreaks('<p>a<br/>b<br>c</p>')).toEqual(['a', 'b', 'c']);
});
