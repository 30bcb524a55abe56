/**
 * Tailwind writes one stylesheet for the whole site, and every page has it inlined. Here each page keeps only the
 * rules whose classes and elements it, or a script that it can load, names: a page carries nothing that it does not
 * use.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type AtRule, type Container, parse, type Root, type Rule } from 'postcss';
import { fold } from './fold.ts';
import selectors, { type Selector } from 'postcss-selector-parser';
import { ScriptNames } from './script-names.ts';

/** Classes (`quiet`) and elements (`<td`) in the markup of a page. */
function namesOf(html: string): string[] {
  const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.replace(/&#38;|&amp;/g, '&').split(/\s+/),
  );
  return [...classes, ...new Set(html.match(/<[a-z][\w-]*/gi))];
}

/**
 * Whether a selector can match a page with these names: each that it asks for must be there; of a list of choices
 * (`:is`, `:where`, `:has`) one must do; what it excludes (`:not`) need not be there.
 */
function applies(selector: Selector, names: ReadonlySet<string>): boolean {
  return selector.every((node) => {
    if (node.type === 'class') return names.has(node.value);
    if (node.type === 'tag') return names.has(`<${node.value}`);
    if (node.type !== 'pseudo' || !/^:(is|where|has)$/.test(node.value)) return true;
    return node.nodes.some((choice) => applies(choice, names));
  });
}

/** Removes rules and conditions that hold nothing, from the innermost outwards. */
function removeEmpty(parent: Container): void {
  parent.each((child) => {
    if (!('nodes' in child) || !child.nodes) return;
    removeEmpty(child as Container);
    if (!child.nodes.length) child.remove();
  });
}

/**
 * Tailwind's own variables let one utility build on another. Those that nothing reads go; those that nothing sets but
 * their first value are replaced by it.
 */
function removeVariables(root: Root): void {
  const first = new Map<string, string>();
  root.walkAtRules('property', (rule) => {
    rule.walkDecls('initial-value', ({ value }) => {
      first.set(rule.params, value);
    });
  });
  const set = new Set<string>();
  root.walkDecls(/^--tw-/, ({ prop, parent }) => {
    // What is set for every element is the first value again, for browsers without @property.
    if (!(parent as Rule).selector.startsWith('*')) set.add(prop);
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/var\((--tw-[\w-]+)\)/g, (whole, name: string) =>
      set.has(name) ? whole : (first.get(name) ?? whole),
    );
  });
  const left = root.toString();
  const unread = (name: string) => !left.includes(`var(${name}`);
  root.walkAtRules('property', (rule) => {
    if (unread(rule.params)) rule.remove();
  });
  root.walkDecls(/^--tw-/, (declaration) => {
    if (unread(declaration.prop)) declaration.remove();
  });
}

/** Browsers that read `light-dark()`, which every page needs, know `color-mix()`: what stands in for it goes. */
function removeFallbacks(root: Root): void {
  root.walkAtRules('supports', (condition) => {
    if (!condition.params.includes('color-mix(')) return;
    const before = condition.prev();
    condition.each((better) => {
      if (better.type !== 'rule' || before?.type !== 'rule' || better.selector !== before.selector) return;
      better.walkDecls(({ prop }) => {
        before.walkDecls(prop, (fallback) => {
          fallback.remove();
        });
      });
    });
    condition.replaceWith(condition.nodes ?? []);
  });
}

/**
 * The same rules in fewer bytes: what a page as pruned here does not need, or can have shorter. Every element has a
 * solid border of no width (base.css), no page has a shadow root, and no rule stands in the layer of components.
 */
function shorten(root: Root): void {
  root.walkAtRules((rule) => {
    if (rule.name === 'layer' && !rule.nodes) rule.remove();
    if (rule.name === 'media')
      rule.params = rule.params.replace(/^not all and \(width>=([\d.]+\w+)\)$/, '(width<$1)');
  });
  root.walkRules(':root,:host', (rule) => {
    rule.selector = ':root';
  });
  root.walkDecls(/^border(-\w+)?-style$/, (declaration) => {
    if (declaration.value === 'solid') declaration.remove();
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /("[^"]*"|'[^']*')|,\s+/g,
      (_, text?: string) => text ?? ',',
    );
  });
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Classes (`quiet`) and elements (`<td`) that a stylesheet names; others make no difference to what is left of it. */
function namedBy(css: string): Set<string> {
  const names = new Set<string>();
  parse(css).walkRules(({ selector }) => {
    selectors((root) => {
      root.walkClasses(({ value }) => void names.add(value));
      root.walkTags(({ value }) => void names.add(`<${value}`));
    }).processSync(selector);
  });
  return names;
}

/** What was found before, by a hash of the texts it was found in (they are large): hundreds of pages have the same. */
function remembered<T>(find: (first: string, second?: string) => T): (first: string, second?: string) => T {
  const known = new Map<string, T>();
  return (first, second = '') => {
    const key = hash(first) + hash(second);
    const found = known.get(key) ?? find(first, second);
    known.set(key, found);
    return found;
  };
}

/** Selectors as they are read; stylesheets repeat them from page to page. */
const read = new Map<string, Selector[]>();
function choicesOf(selector: string): Selector[] {
  const choices = read.get(selector) ?? selectors().astSync(selector).nodes;
  read.set(selector, choices);
  return choices;
}

const namesIn = remembered(namedBy);
const pruneTo = remembered((css, names = '') => pruneFresh(css, new Set(names.split(' '))));

/** A stylesheet without the rules whose classes and elements are not all among the names. Tokens stay as they are. */
export function pruneStyles(css: string, names: ReadonlySet<string>): string {
  return pruneTo(css, [...namesIn(css)].filter((name) => names.has(name)).join(' '));
}

function pruneFresh(css: string, names: ReadonlySet<string>): string {
  const root = parse(css);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && (rule.parent as AtRule).params === 'theme') return;
    const all = choicesOf(rule.selector);
    const left = all.filter((selector) => applies(selector, names));
    if (!left.length) rule.remove();
    else if (left.length < all.length) rule.selector = left.join(',');
  });
  removeVariables(root);
  removeFallbacks(root);
  shorten(root);
  root.walkComments((comment) => {
    comment.remove();
  });
  removeEmpty(root);
  return root.toString().replace(/\s*\n\s*/g, '');
}

/** The rules of a stylesheet that another does not hold, with their layers and conditions. */
const rulesBeyond = remembered((css, first = '') => {
  const known = new Set<string>();
  const place = (rule: Rule) => {
    let path = rule.toString();
    for (let parent = rule.parent; parent?.type === 'atrule'; parent = parent.parent as Rule['parent'])
      path = `${(parent as AtRule).name} ${(parent as AtRule).params}{${path}`;
    return path;
  };
  parse(first).walkRules((rule) => {
    known.add(place(rule));
  });
  const root = parse(css);
  root.walkRules((rule) => {
    if (known.has(place(rule))) rule.remove();
  });
  root.walkAtRules(/^(font-face|property|view-transition)$/, (rule) => {
    rule.remove();
  });
  removeEmpty(root);
  return root.toString();
});

/**
 * A page with its inline styles pruned, and their hashes in its policy. Rules that only what is below the fold needs
 * stand there, so that they do not hold up the first screen.
 */
export function prunePage(html: string, byScripts: readonly string[]): string {
  const [above = '', below] = html.split(fold);
  const all = new Set([...namesOf(html), ...byScripts]);
  // What a script adds is needed where the page has it.
  const lower = new Set(namesOf(below ?? ''));
  const early = new Set([...namesOf(above), ...byScripts.filter((name) => !lower.has(name))]);
  let late = '';
  const page = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].reduce((text, [element, css = '']) => {
    const whole = pruneStyles(css, all);
    const first = below === undefined ? whole : pruneStyles(css, early);
    const rest = below === undefined ? '' : rulesBeyond(whole, first);
    late += rest && `<style>${rest}</style>`;
    return text
      .replace(element, () => `<style>${first}</style>`)
      .replace(hash(css), () => [first, ...(rest ? [rest] : [])].map(hash).join(' '));
  }, html);
  return page.replace(fold, () => late);
}

export function prune(): AstroIntegration {
  return {
    name: 'prune-styles',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const scripts = new ScriptNames(join(root, '_astro'));
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const file = join(root, name);
          const html = readFileSync(file, 'utf8');
          writeFileSync(file, prunePage(html, [...scripts.of(html)]));
        }
      },
    },
  };
}
