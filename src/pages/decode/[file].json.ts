import type { APIContext } from 'astro';
import { model } from '../../content/model.ts';
import { factsFile } from '../../decode/page/facts.ts';

export function getStaticPaths() {
  const { name, text } = factsFile(model());
  return [{ params: { file: name }, props: { text } }];
}

export function GET({ props }: APIContext<{ text: string }>) {
  return new Response(props.text);
}
