/** Signs and words of a page's cases, fetched when a reader turns to "Which case is it?". */
import type { APIRoute } from 'astro';
import { type CaseData, pagesThatAsk } from '../../which/page-cases.ts';
import type { CaseFile } from '../../which/words.ts';

export const getStaticPaths = () =>
  pagesThatAsk().map(({ name, cases, common }) => ({ params: { page: name }, props: { cases, common } }));

export const GET: APIRoute<CaseFile<CaseData>> = ({ props: { cases, common } }) =>
  Response.json({ cases, common } satisfies CaseFile<CaseData>);
