import { describe, expect, it } from 'vitest';
import { readIds, styleOf } from './rules.ts';

describe('my systems', () => {
  it('are read from what was kept', () =>
    expect(readIds('asterisk microsoft-teams asterisk')).toEqual(['asterisk', 'microsoft-teams']));
  it.each([null, '', 'a"]{}', 'asterisk  freeswitch', '<b>'])('are none in %j', (kept) =>
    expect(readIds(kept)).toEqual([]),
  );
  it('come first on the screen only', () => {
    const style = styleOf(['asterisk', 'linux']);
    expect(style).toMatch(/^@media screen\{:is\(\[data-of~="asterisk"\],\[data-of~="linux"\]\)\{order:-1\}/);
    expect(style).not.toContain('§');
  });
});
