import type { APIContext } from 'astro';
import { type CodePage, model } from '../../../content/model.ts';
import { embedCode } from '../../../embed/data.ts';

export function getStaticPaths() {
  return model().codes.map((page) => ({ params: { code: page.id }, props: { page } }));
}

export function GET({ props }: APIContext<{ page: CodePage }>) {
  return Response.json(embedCode(props.page));
}
