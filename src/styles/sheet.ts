/**
 * A stylesheet, read once, from which each page takes what it needs. Reading is the costly part: hundreds of pages have
 * the same stylesheet, each with other names.
 */
import { type AtRule, type ChildNode, type Declaration as Read, parse, type Root, type Rule } from 'postcss';
import selectors, { type Selector } from 'postcss-selector-parser';

/** What a selector asks for: every name, and of each list of choices one. */
interface Needs {
  names: string[];
  choices: Needs[][];
}

interface Declaration {
  property: string;
  text: string;
  /** It reads variables of Tailwind’s own. */
  reads: boolean;
}

interface StyleRule {
  kind: 'rule';
  selector: string;
  choices: { text: string; needs: Needs }[];
  /** What it sets holds for every element: first values of variables. */
  forAll: boolean;
  declarations: Declaration[];
  /** Rules within the rule. */
  parts: Part[];
  /** Of the theme: stays, whatever a page names. */
  stays: boolean;
}

/** `@media`, `@layer` and the like with what they hold; `@font-face` and `@property` with declarations only. */
interface Condition {
  kind: 'condition';
  name: string;
  head: string;
  /** The variable that `@property` is about. */
  variable: string | undefined;
  parts: Part[];
  declarations: Declaration[];
}

type Part = StyleRule | Condition;

/** A rule or condition that a page takes, with the selectors of it that apply. */
interface Chosen {
  part: Part;
  head: string;
  inner: Chosen[];
}

/** The same with its values. */
interface Taken {
  from: Part;
  /** Of a rule its selector, of a condition its head. */
  head: string;
  declarations: string[];
  parts: Taken[];
}

/** Classes (`quiet`) and elements (`<td`) that a selector asks for; what it excludes (`:not`) need not be there. */
function needsOf(selector: Selector): Needs {
  const needs: Needs = { names: [], choices: [] };
  for (const node of selector.nodes) {
    if (node.type === 'class') needs.names.push(node.value);
    else if (node.type === 'tag') needs.names.push(`<${node.value}`);
    else if (node.type === 'pseudo' && /^:(is|where|has)$/.test(node.value))
      needs.choices.push(node.nodes.map(needsOf));
  }
  return needs;
}

const met = ({ names, choices }: Needs, has: (name: string) => boolean): boolean =>
  names.every(has) && choices.every((list) => list.some((one) => met(one, has)));

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
 * The same rules in fewer bytes: what a page as pruned here does not need, or can have shorter. No page has a shadow root, and no rule stands in the layer of components.
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
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /("[^"]*"|'[^']*')|,\s+/g,
      (_, text?: string) => text ?? ',',
    );
  });
}

const own = '--tw-';
/** Every element has a solid border of no width (base.css). */
const saysNothing = /^border(-\w+)?-style:\s*solid$/;

function declarationOf(node: Read): Declaration {
  const text = node.toString().replace(/\s*\n\s*/g, '');
  return { property: node.prop, text, reads: text.includes(`var(${own}`) };
}

const declarationsOf = (nodes: readonly ChildNode[]): Declaration[] =>
  nodes.filter((node) => node.type === 'decl').map(declarationOf);

function ruleOf(rule: Rule): StyleRule {
  return {
    kind: 'rule',
    selector: rule.selector,
    choices: selectors()
      .astSync(rule.selector)
      .nodes.map((node) => ({ text: node.toString(), needs: needsOf(node) })),
    forAll: rule.selector.startsWith('*'),
    declarations: declarationsOf(rule.nodes),
    parts: partsOf(rule.nodes),
    stays: rule.parent?.type === 'atrule' && (rule.parent as AtRule).params === 'theme',
  };
}

function conditionOf(rule: AtRule): Condition {
  return {
    kind: 'condition',
    name: rule.name,
    head: `@${rule.name}${rule.raws.afterName ?? ' '}${rule.params}`,
    variable: rule.name === 'property' ? rule.params : undefined,
    parts: partsOf(rule.nodes ?? []),
    declarations: declarationsOf(rule.nodes ?? []),
  };
}

function partsOf(nodes: readonly ChildNode[]): Part[] {
  return nodes.flatMap((node): Part[] =>
    node.type === 'rule' ? [ruleOf(node)] : node.type === 'atrule' ? [conditionOf(node)] : [],
  );
}

const textOf = ({ head, declarations, parts }: Taken): string =>
  `${head}{${[...declarations, ...(parts.length ? [parts.map(textOf).join('')] : [])].join(';')}}`;

/** What one page takes of a stylesheet. */
export class PageStyles {
  readonly #parts: readonly Taken[];

  constructor(parts: readonly Taken[]) {
    this.#parts = parts;
  }

  toString(): string {
    return this.#parts.map(textOf).join('');
  }

  /** Every rule with the conditions it stands under. */
  #rules(): Set<string> {
    const rules = new Set<string>();
    const walk = (above: string, part: Taken) => {
      if (part.from.kind === 'rule') rules.add(above + textOf(part));
      else for (const inner of part.parts) walk(`${above}${part.head}{`, inner);
    };
    for (const part of this.#parts) walk('', part);
    return rules;
  }

  /** The rules that the other does not hold, with their layers and conditions. */
  beyond(other: PageStyles): PageStyles {
    const known = other.#rules();
    const left = (above: string, part: Taken): Taken[] => {
      if (part.from.kind === 'rule') return known.has(above + textOf(part)) ? [] : [part];
      const parts = part.parts.flatMap((inner) => left(`${above}${part.head}{`, inner));
      return parts.length ? [{ ...part, declarations: [], parts }] : [];
    };
    return new PageStyles(this.#parts.flatMap((part) => left('', part)));
  }
}

/** A stylesheet as it was built for all pages. */
export class Sheet {
  readonly #parts: readonly Part[];
  /** First values of Tailwind's own variables, which let one utility build on another. */
  readonly #first = new Map<string, string>();

  constructor(css: string) {
    const root = parse(css);
    removeFallbacks(root);
    shorten(root);
    root.walkAtRules('property', (rule) => {
      rule.walkDecls('initial-value', ({ value }) => {
        this.#first.set(rule.params, value);
      });
    });
    this.#parts = partsOf(root.nodes);
  }

  /**
   * The rules whose classes and elements are all among the names; of a rule for several, those that apply. Tokens stay.
   * Of Tailwind's variables, those that nothing reads go, and those that nothing sets but their first value are
   * replaced by it.
   */
  take(has: (name: string) => boolean): PageStyles {
    const set = new Set<string>();
    const choose = (parts: readonly Part[]): Chosen[] =>
      parts.flatMap((part): Chosen[] => {
        if (part.kind === 'condition') return [{ part, head: part.head, inner: choose(part.parts) }];
        const choices = part.stays ? part.choices : part.choices.filter(({ needs }) => met(needs, has));
        if (!choices.length) return [];
        // What is set for every element is the first value again, for browsers without @property.
        if (!part.forAll)
          for (const { property } of part.declarations) if (property.startsWith(own)) set.add(property);
        const head =
          choices.length === part.choices.length ? part.selector : choices.map(({ text }) => text).join(',');
        return [{ part, head, inner: choose(part.parts) }];
      });
    const chosen = choose(this.#parts);

    const read: string[] = [];
    const resolved = (text: string) => {
      const value = text.replace(/var\((--tw-[\w-]+)\)/g, (whole, name: string) =>
        set.has(name) ? whole : (this.#first.get(name) ?? whole),
      );
      for (const [, name = ''] of value.matchAll(/var\((--tw-[\w-]+)/g)) read.push(name);
      return value;
    };
    const withValues = (parts: readonly Chosen[]): Taken[] =>
      parts.map(({ part, head, inner }) => ({
        from: part,
        head,
        declarations: part.declarations.map(({ text, reads }) => (reads ? resolved(text) : text)),
        parts: withValues(inner),
      }));
    const isRead = (variable: string) => read.some((name) => name.startsWith(variable));
    const needed = (parts: readonly Taken[]): Taken[] =>
      parts.flatMap((taken): Taken[] => {
        const { from } = taken;
        if (from.kind === 'condition' && from.variable !== undefined && !isRead(from.variable)) return [];
        const declarations = taken.declarations.filter((text, at) => {
          const { property = '' } = from.declarations[at] ?? {};
          return (!property.startsWith(own) || isRead(property)) && !saysNothing.test(text);
        });
        const inner = needed(taken.parts);
        return declarations.length || inner.length ? [{ ...taken, declarations, parts: inner }] : [];
      });
    return new PageStyles(needed(withValues(chosen)));
  }
}
