/**
 * `/403/no-credit/` is the case `/403/#no-credit` with a title, a description and a link card of its own: what shows a
 * link elsewhere never reads the fragment of an address.
 */
import type { Model } from '../content/model.ts';
import type { PageCase } from '../content/page-body.ts';
import { caseDescription, caseTitle } from './card.ts';

export interface ShortAddress {
  /** Of the page it leads to: `403`, `q850/17`. */
  page: string;
  /** Id of the case. */
  id: string;
  path: string;
  /** Where it leads, without the base. */
  to: string;
  title: string;
  description: string;
}

/** One for each case, those of a copy included. */
export function shortAddresses({ codes, q850, causeByNumber }: Model): ShortAddress[] {
  const of = (page: string, pageTitle: string, cases: readonly PageCase[]) =>
    cases.map((item) => ({
      page,
      id: item.id,
      path: `/${page}/${item.id}/`,
      to: `/${page}/#${item.id}`,
      title: caseTitle(pageTitle, item),
      description: caseDescription(item),
    }));
  return [
    ...codes.flatMap(({ data, body }) => of(String(data.code), `${data.code} ${data.phrase}`, body.cases)),
    ...q850.flatMap(({ data, body }) =>
      of(
        `q850/${data.cause}`,
        `Q.850 cause ${data.cause} ${causeByNumber.get(data.cause)?.name ?? ''}`,
        body.cases,
      ),
    ),
  ];
}
