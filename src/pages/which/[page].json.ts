/** Signs and words of a page's cases, fetched when a reader turns to "Which case is it?". */
import type { APIRoute } from 'astro';
import { type CaseData, pagesThatAsk } from '../../which/page-cases.ts';

export const getStaticPaths = () =>
  pagesThatAsk().map(({ name, cases }) => ({ params: { page: name }, props: { cases } }));

export const GET: APIRoute<{ cases: CaseData[] }> = ({ props }) => Response.json(props.cases);
