import { describe, expect, it } from 'vitest';
import { mayBeKept, mostKept, readKept, withQuery } from './recent.ts';

describe('what is remembered', () => {
  it.each(['486', 'busy here', 'cause 21', '0x91', 'D35', '403/510532', 'drops after 32 seconds'])(
    'keeps %s',
    (query) => expect(mayBeKept(query)).toBe(true),
  );
  it.each([
    ['an address of a person', 'sip:alice@example.com'],
    ['an IPv4 address', '198.51.100.7 rejects'],
    ['an IPv6 address', '2001:db8::7 rejects'],
    ['a telephone number', '+15550142000'],
    ['a telephone number in groups', '403 for +1 555-0142 000'],
    ['a log line', `SIP/2.0 403 Forbidden ${'x'.repeat(60)}`],
    ['a single letter', 'x'],
  ])('does not keep %s', (_, query) => expect(mayBeKept(query)).toBe(false));
});

describe('the list of searches', () => {
  it('has the last one first, each once', () =>
    expect(withQuery(['busy', '403'], '403')).toEqual(['403', 'busy']));
  it('is short', () => expect(withQuery(['1', '2', '3', '4', '5', '6', '7'], 'new')).toHaveLength(mostKept));
  it.each([null, 'no JSON', '{"a":1}', '[1,null]'])('is empty where %s is stored', (stored) =>
    expect(readKept(stored)).toEqual([]),
  );
});
