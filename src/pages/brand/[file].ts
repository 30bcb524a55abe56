/** Logo and favicon of a copy. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Picture, pictureBytes, pictures } from '../../frame/pictures.ts';

export const getStaticPaths: GetStaticPaths = () =>
  pictures.map((picture) => ({ params: { file: picture.name }, props: { ...picture } }));

export const GET: APIRoute<Picture> = ({ props }) =>
  new Response(new Uint8Array(pictureBytes(props)), { headers: { 'Content-Type': props.type } });
