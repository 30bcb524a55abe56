/** The words of a page's cases, fetched when a reader turns to "Which case is it?". */
import type { APIRoute } from 'astro';
import { pagesThatAsk } from '../../which/page-cases.ts';
import type { CaseText } from '../../which/words.ts';

export const getStaticPaths = () =>
  pagesThatAsk().map(({ name, texts }) => ({ params: { page: name }, props: { texts } }));

export const GET: APIRoute<{ texts: CaseText[] }> = ({ props }) => Response.json(props.texts);
