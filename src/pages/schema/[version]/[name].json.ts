import type { APIContext } from 'astro';
import { here } from '../../../export/here.ts';
import { publishedSchema, type ShapeName, shapes } from '../../../export/schemas.ts';
import { schemaFolder } from '../../../export/version.ts';

export function getStaticPaths() {
  return Object.keys(shapes).map((name) => ({ params: { version: schemaFolder, name } }));
}

export function GET(context: APIContext) {
  return Response.json(publishedSchema(context.params['name'] as ShapeName, here(context)));
}
