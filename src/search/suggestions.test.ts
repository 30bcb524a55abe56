import { describe, expect, it } from 'vitest';
import { Finder } from './finder.ts';
import { afterEdit, afterPaste, nothing } from './box-content.ts';
import { answersView, failedView, logView, moved, recentView, staysBright } from './suggestions.ts';

const finder = new Finder({
  codes: [
    [401, 'Unauthorized', '', '', 5],
    [403, 'Forbidden', '', '', 9],
    [486, 'Busy Here', '', '', 5],
  ],
  causes: [[21, 'Call rejected', '']],
  programs: [],
  classes: [],
  docs: [],
});
const typed = (text: string) => afterEdit(nothing, text, { how: 'insertText', replaced: true, ever: false });
const view = (content: Parameters<typeof answersView>[0]) => answersView(content, finder, true);

const trace = 'SIP/2.0 401 Unauthorized\nFrom: <sip:+15550142@example.com>\nSIP/2.0 403 Forbidden\n';

describe('what was typed', () => {
  it('leads to an exact answer', () =>
    expect(view(typed('busy here')).enter).toMatchObject({ to: 'page', option: { path: '/486/' } }));
  it('leads to the results otherwise, in the part of the address that is not sent', () =>
    expect(view(typed('phone loses its registration')).enter).toMatchObject({
      option: { path: '/search/#q=phone+loses+its+registration' },
    }));
  it('shows only what is sure before the symptoms are there', () => {
    const groups = answersView(typed('busy or forbidden or rejected'), finder, false).groups;
    expect(groups.flatMap(({ options }) => options.map(({ path }) => path))).not.toContain('/486/');
  });
});

describe('what was pasted', () => {
  it('is handed on as a whole where it is long, all its lines counted, and what is read of it said', () => {
    const content = afterPaste('all is well\n'.repeat(20_000));
    const { groups, said, enter } = logView(content, finder.find('403'), { path: '/decode/' });
    expect(groups[0]?.title).toContain('the first 200,000 characters are read here');
    expect(said).toMatch(/in the first 200,000 characters of what you pasted/);
    expect(enter).toMatchObject({ option: { title: 'Explain all 20000 lines', handOver: content.log } });
    const alone = logView(content, [], undefined).enter;
    expect(alone).toMatchObject({ option: { title: 'List what the first 200,000 characters hold' } });
  });
  it('is listed by what is in it; Enter goes on with the whole of it', () => {
    const content = afterPaste(trace);
    const found = finder.find('403');
    const { groups, enter } = logView(content, found, { path: '/decode/' });
    expect(groups.flatMap(({ options }) => options.map(({ path }) => path))).toEqual(['/403/', '/decode/']);
    expect(enter).toMatchObject({ option: { path: '/decode/', handOver: trace.trim() } });
  });
  it('is one line where it only ends in a line end', () =>
    expect(view(afterPaste('SIP/2.0 486 Busy Here\r\n')).enter).toMatchObject({
      option: { path: '/486/' },
    }));
  it.each(['To: <sip:alice@example.com> was refused', 'no code here\nand none here'])(
    'never stands in an address: %s',
    (text) => {
      const options = view(afterPaste(text)).groups.flatMap((group) => group.options);
      expect(options.map(({ path }) => path).join(' ')).not.toMatch(/alice|refused|code/);
      expect(options.at(-1)?.handOver).toBe(text);
    },
  );
});

describe('the list', () => {
  it('says as many as it shows', () => {
    const { groups, said } = view(typed('call rejected'));
    const shown = groups.flatMap(({ options }) => options).length - 1;
    expect(said).toMatch(new RegExp(`^${shown} suggestion`));
  });
  it('has earlier searches where nothing is typed, and nothing without them', () => {
    expect(recentView(['busy']).groups[0]?.options[0]?.path).toBe('/search/#q=busy');
    expect(recentView([]).groups).toEqual([]);
  });
  it('leads to the full lists and the results where the index is missing', () => {
    const { groups, enter } = failedView(typed('486'));
    expect(groups[0]?.options.map(({ path }) => path)).toEqual(['/', '/mapping/']);
    expect(enter).toMatchObject({ option: { path: '/search/#q=486' } });
  });
  it.each([
    [-1, 'ArrowDown', 0],
    [-1, 'ArrowUp', 2],
    [2, 'ArrowDown', 0],
    [0, 'ArrowUp', 2],
    [1, 'ArrowUp', 0],
  ] as const)('from %i by %s to %i', (active, key, to) => expect(moved(active, 3, key)).toBe(to));
});

describe('the table of codes', () => {
  it.each([
    ['486', '48', true],
    ['486', '4xx', true],
    ['486', '5', false],
    ['486', 'busy', true],
    ['403', 'busy', false],
  ])('%s for “%s”', (code, text, bright) => expect(staysBright(code, text, new Set(['486']))).toBe(bright));
});
