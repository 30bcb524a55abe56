/**
 * What the scripts of a built page may add to it: classes and elements. Every word in a string of a script that the
 * page can load counts, since strings are all that a script has to name them with.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Node, parse } from 'acorn';

interface Words {
  /** Words of all strings, template parts included. */
  strings: string[];
  /** Whether the script names a class at all (`className`, `classList`, an attribute `class`): if not, it sets none. */
  setsClasses: boolean;
}

/** What a script may name of styles. @throws where it is no JavaScript. */
export function wordsOf(script: string): Words {
  const words: Words = { strings: [], setsClasses: false };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const node = value as Node & { value?: unknown; name?: string };
    if (node.type === 'Literal' && typeof node.value === 'string')
      words.strings.push(...node.value.split(/\s+/));
    if (node.type === 'TemplateElement')
      words.strings.push(...(node.value as { raw: string }).raw.split(/\s+/));
    const named = node.type === 'Identifier' ? node.name : node.type === 'Literal' ? node.value : undefined;
    if (typeof named === 'string' && /^class(Name|List)?$/.test(named)) words.setsClasses = true;
    // What is only compared with is no class.
    const compares =
      node.type === 'SwitchCase' ||
      (node.type === 'BinaryExpression' && /^[!=]==?$/.test((node as Node & { operator: string }).operator));
    for (const part of Object.values(node) as (Node | null)[])
      if (!(compares && (part?.type === 'Literal' || part?.type === 'TemplateLiteral'))) walk(part);
  };
  walk(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }));
  return words;
}

/** Files a page or script asks for by name, however it is written: `/base/_astro/x.js`, `./x.js`, `_astro/x.js`. */
const nameOf = (word: string): string | undefined =>
  /(?:^|\/)([\w.-]+\.js)$/.exec(word.replace(/[?#].*$/, ''))?.[1];

export class ScriptNames {
  readonly #folder: string;
  readonly #words = new Map<string, Words>();
  /** By the scripts of a page: hundreds of pages have the same. */
  readonly #names = new Map<string, Set<string>>();

  /** @param folder where the built scripts lie, such as `dist/_astro` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  #wordsOf(script: string): Words {
    const words = this.#words.get(script) ?? wordsOf(script);
    this.#words.set(script, words);
    return words;
  }

  /**
   * Classes (`quiet`) and elements (`<td`) that may be added by the page's own scripts, by those that it loads, and by
   * all that these load in turn.
   */
  of(html: string): Set<string> {
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
      .map(([, attributes = '', text = '']) => ({
        attributes,
        text,
        src: /\ssrc="([^"]+)"/.exec(attributes)?.[1],
      }))
      // What is no script, such as structured data, adds nothing.
      .filter(({ attributes, src }) => src || !/\stype="(?!module")/.test(attributes));
    const key = scripts.map(({ src, text }) => src ?? text).join('\n');
    const known = this.#names.get(key);
    if (known) return known;
    const names = new Set<string>();
    const seen = new Set<string>();
    const read = (script: string): void => {
      const { strings, setsClasses } = this.#wordsOf(script);
      for (const word of strings) {
        if (setsClasses) names.add(word);
        names.add(`<${word}`);
        load(word);
      }
    };
    const load = (word: string): void => {
      const name = nameOf(word);
      if (!name || seen.has(name)) return;
      seen.add(name);
      const file = join(this.#folder, posix.basename(name));
      if (existsSync(file)) read(readFileSync(file, 'utf8'));
    };
    for (const { src, text } of scripts)
      if (src) load(src);
      else read(text);
    this.#names.set(key, names);
    return names;
  }
}
