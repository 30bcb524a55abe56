import type { APIContext } from 'astro';
import { codeExport } from '../export/code.ts';
import { codeMarkdown } from '../export/code-markdown.ts';
import { here } from '../export/here.ts';
import { type CodePage, model } from '../content/model.ts';

export function getStaticPaths() {
  return model().codes.map((page) => ({ params: { code: page.id }, props: { page } }));
}

export function GET(context: APIContext<{ page: CodePage }>) {
  return new Response(codeMarkdown(codeExport(here(context), context.props.page)));
}
