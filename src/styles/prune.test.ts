import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { literalsOf, prunePage, pruneStyles } from './prune.ts';

const css =
  '@layer properties{*{--tw-a:0;--tw-b:0}}@layer base{p{margin:0}}' +
  '@layer utilities{.p-2{--tw-a:1;padding:var(--tw-b)}.flex{display:flex}.rows>*{color:red}' +
  '@media (width<40rem){.max-sm\\:\\[--a\\:1\\.5rem\\]{--a:1.5rem}}}.own{color:blue}@property --tw-a{syntax:"*"}';

describe('styles of a page', () => {
  it('keep the utilities it names, and all that is no utility', () => {
    const left = pruneStyles(css, new Set(['rows', 'p-2']));
    expect(left).toContain('.rows>*{color:red}');
    expect(left).toContain('p{margin:0}');
    expect(left).toContain('.own{color:blue}');
    expect(left).not.toContain('flex');
  });
  it('find names with escaped characters inside a condition, and drop a condition left empty', () => {
    expect(pruneStyles(css, new Set(['max-sm:[--a:1.5rem]']))).toContain('--a:1.5rem');
    expect(pruneStyles(css, new Set())).not.toContain('@media');
  });
  it('drop variables of Tailwind that nothing reads', () => {
    const left = pruneStyles(css, new Set(['p-2']));
    expect(left).not.toContain('--tw-a');
    expect(left).toContain('--tw-b:0');
  });
  it('keep what a script sets', () => {
    expect(literalsOf("row.className = `c4 dimmed`; x.classList.add('flex')")).toEqual(
      expect.arrayContaining(['dimmed', 'flex']),
    );
  });
  it('are named in the policy by their new hash', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    const page = (style: string) =>
      `<meta content="style-src 'sha256-${hash(style)}'"><style>${style}</style><p class="p-2 a&#38;b">`;
    expect(prunePage(page(css), [])).toBe(page(pruneStyles(css, new Set(['p-2', 'a&b']))));
  });
});
