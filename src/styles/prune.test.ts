import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { prunePage, pruneStyles } from './prune.ts';

const css =
  '@layer properties{*{--tw-a:0;--tw-b:0}}@layer theme{.c4{--class:red}}@layer base{p{margin:0}}' +
  '@layer utilities{.p-2{--tw-a:1;padding:var(--tw-b)}.flex{display:flex}.rows>*{color:red}' +
  '@media (width<40rem){.max-sm\\:\\[--a\\:1\\.5rem\\]{--a:1.5rem}}}.own .part{color:blue}.own:not(.off),.other{top:0}@property --tw-a{syntax:"*"}';

describe('styles of a page', () => {
  it('keep rules whose classes and elements are all named, and tokens', () => {
    const left = pruneStyles(css, new Set(['rows', 'own', '<p']));
    expect(left).toContain('.rows>*{color:red}');
    expect(left).toContain('p{margin:0}');
    expect(left).toContain('.c4{--class:red}');
    expect(left).not.toContain('flex');
    expect(pruneStyles(css, new Set(['rows', 'own']))).not.toContain('p{');
    expect(left).not.toContain('.part');
  });
  it('lose the selectors of a rule that do not apply, and no class need be there to be excluded', () =>
    expect(pruneStyles(css, new Set(['own']))).toContain('.own:not(.off){top:0}'));
  it('keep a choice of classes of which one is there', () => {
    const choice = '.cell :is(.old,.odd){color:red}';
    expect(pruneStyles(choice, new Set(['cell', 'odd']))).toBe(choice);
    expect(pruneStyles(choice, new Set(['cell']))).toBe('');
  });
  it('take the formula of :nth-child for no element', () => {
    const third = '.wide tr>:nth-child(-n+3){color:red}';
    expect(pruneStyles(third, new Set(['wide', '<tr']))).toBe(third);
  });
  it('keep rules within rules', () => {
    const nested = '.wide{top:0;.old &{color:red}:has(.odd){left:0}}';
    expect(pruneStyles(nested, new Set(['wide', 'old']))).toBe('.wide{top:0;.old &{color:red}}');
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
  it('drop what stands in for color-mix()', () =>
    expect(
      pruneStyles(
        '.own{top:0;color:red}@supports (color:color-mix(in lab, red, red)){.own{color:color-mix(in srgb, red, blue)}}',
        new Set(['own']),
      ),
    ).toBe('.own{top:0}.own{color:color-mix(in srgb,red,blue)}'));
  it('lose what says nothing on a page as pruned here, and no word of a text', () =>
    expect(
      pruneStyles(
        '@layer none;:root,:host{--a:"b, c", d}@media not all and (width>=40rem){.own{border-style:solid;border-width:1px}}',
        new Set(['own']),
      ),
    ).toBe(':root{--a:"b, c",d}@media (width<40rem){.own{border-width:1px}}'));
  it('are named in the policy by their new hash', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    const page = (style: string) =>
      `<meta content="style-src 'sha256-${hash(style)}'"><style>${style}</style><p class="p-2 a&#38;b">`;
    expect(prunePage(page(css), new Set())).toBe(page(pruneStyles(css, new Set(['p-2', 'a&b', '<p']))));
  });
});

describe('styles below the fold', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  it('stand there, each rule once, and the policy knows both parts', () => {
    const styles = '@layer utilities{.early{color:red}.late{color:blue}@media print{.late{color:black}}}';
    const page = prunePage(
      `<meta content="style-src 'sha256-${hash(styles)}'"><style>${styles}</style><p class="early">${fold}<p class="late">`,
      new Set(),
    );
    const [first = '', second = ''] = [...page.matchAll(/<style>(.*?)<\/style>/g)].map(([, css]) => css);
    expect(first).toBe('@layer utilities{.early{color:red}}');
    expect(second).toBe('@layer utilities{.late{color:blue}@media print{.late{color:black}}}');
    expect(page).toContain(`'sha256-${hash(first)}' 'sha256-${hash(second)}'`);
    expect(page.indexOf(second)).toBeLessThan(page.indexOf('<p class="late">'));
  });
});
