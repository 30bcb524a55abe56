import type { APIContext } from 'astro';
import { searchFiles } from '../../search/index-files.ts';

export async function getStaticPaths() {
  return searchFiles().map(({ name, text }) => ({ params: { file: name }, props: { text } }));
}

export function GET({ props }: APIContext<{ text: string }>) {
  return new Response(props.text);
}
