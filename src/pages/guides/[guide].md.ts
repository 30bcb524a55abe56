import type { APIContext } from 'astro';
import { type GuidePage, model } from '../../content/model.ts';
import { guideMarkdown } from '../../export/guide-markdown.ts';
import { here } from '../../export/here.ts';

export function getStaticPaths() {
  return model().guides.map((guide) => ({ params: { guide: guide.id }, props: { guide } }));
}

export const GET = (context: APIContext<{ guide: GuidePage }>) =>
  new Response(guideMarkdown(here(context), context.props.guide));
