/**
 * The text of a page as a component. It is compiled when it is rendered and then forgotten: as modules of the bundle,
 * hundreds of pages took a megabyte each for as long as the build lasts. Content runs nothing (read.ts), so that nothing
 * in it needs a bundler.
 */
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { evaluate, type EvaluateOptions } from 'satteri';
import { type AnyPage, model } from './model.ts';

type Component = (props: { components?: Record<string, unknown> }) => unknown;

/**
 * @param page a page of the model.
 * @returns a component whose `components` are those that the text may use.
 */
export async function render(page: AnyPage) {
  const text = model().content.texts.get(page.file) ?? '';
  const body = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '');
  const { default: compiled } = await evaluate(body, {
    Fragment,
    jsx: jsx as EvaluateOptions['jsx'],
    jsxs: jsxs as EvaluateOptions['jsxs'],
    elementAttributeNameCase: 'html',
    // Dashes in headers and flags must stay dashes.
    features: { smartPunctuation: false, frontmatter: false },
    hastPlugins: [satteriHeadingIdsPlugin()],
  });
  const Content = (props: Parameters<Component>[0] = {}) =>
    (compiled as Component)({ ...props, components: { Fragment, ...props.components } });
  // As Astro marks a component of MDX, and finds what renders it.
  return Object.assign(Content, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
  });
}
