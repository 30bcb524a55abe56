/**
 * Tailwind writes one stylesheet for the whole site, and every page has it inlined. Here each page keeps only the
 * utilities that it, or a script of the browser, names: a page carries no rule that it does not use.
 */
import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Container, parse } from 'postcss';

/** Classes in the markup of a page. */
export function classesOf(html: string): string[] {
  return [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.replace(/&#38;|&amp;/g, '&').split(/\s+/),
  );
}

/** Words in the string literals of a script: any of them may be a class that it sets. */
export function literalsOf(script: string): string[] {
  return [...script.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].flatMap(([, , text = '']) => text.split(/\s+/));
}

/** The class a selector of a utility begins with: `sm:p-2` for `.sm\:p-2>*`. */
const firstClass = (selector: string) =>
  /^\.((?:\\.|[\w-])+)/.exec(selector)?.[1]?.replaceAll('\\', '') ?? '';

/** Removes rules and conditions that hold nothing, from the innermost outwards. */
function removeEmpty(parent: Container): void {
  parent.each((child) => {
    if (!('nodes' in child) || !child.nodes) return;
    removeEmpty(child as Container);
    if (!child.nodes.length) child.remove();
  });
}

/** A stylesheet with only those utilities that are among the classes. Other layers stay as they are. */
export function pruneStyles(css: string, classes: ReadonlySet<string>): string {
  const root = parse(css);
  root.walkAtRules('layer', (layer) => {
    if (layer.params !== 'utilities') return;
    layer.walkRules((rule) => {
      if (!rule.selectors.some((selector) => classes.has(firstClass(selector)))) rule.remove();
    });
  });
  // Tailwind's own variables, where nothing reads them.
  const left = root.toString();
  const unread = (name: string) => name.startsWith('--tw-') && !left.includes(`var(${name}`);
  root.walkAtRules('property', (rule) => {
    if (unread(rule.params)) rule.remove();
  });
  root.walkDecls(/^--tw-/, (declaration) => {
    if (unread(declaration.prop)) declaration.remove();
  });
  root.walkComments((comment) => {
    comment.remove();
  });
  removeEmpty(root);
  return root.toString().replace(/\s*\n\s*/g, '');
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page with its inline styles pruned, and their hashes in its policy. */
export function prunePage(html: string, byScripts: readonly string[]): string {
  const classes = new Set([...classesOf(html), ...byScripts]);
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].reduce((page, [element, css = '']) => {
    const less = pruneStyles(css, classes);
    return page.replace(element, () => `<style>${less}</style>`).replace(hash(css), () => hash(less));
  }, html);
}

export function prune(): AstroIntegration {
  return {
    name: 'prune-styles',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const byScripts = globSync('src/**/*.client.ts').flatMap((file) =>
          literalsOf(readFileSync(file, 'utf8')),
        );
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const file = join(root, name);
          writeFileSync(file, prunePage(readFileSync(file, 'utf8'), byScripts));
        }
      },
    },
  };
}
