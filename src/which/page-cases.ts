/** The cases of a page with what "Which case is it?" needs of them. */
import { model } from '../content/model.ts';
import type { PageBody, PageCase } from '../content/page-body.ts';
import { fewestCases } from './fewest.ts';
import { askOf } from './questions.ts';
import type { Rankable } from './rank.ts';
import { type CaseFile, type CaseText, commonWords } from './words.ts';

/** What the file of a page holds of each case. */
export type CaseData = CaseText & Rankable;

export const hasQuestion = ({ cases }: PageBody): boolean => cases.length >= fewestCases;

/** Every sign by its id. */
export const signsById = () => new Map(model().signs.map((sign) => [sign.id, sign]));

/** Signs of a case, and its texts for the words of a reader. */
function dataOf(item: PageCase, signs: ReturnType<typeof signsById>): CaseData {
  return {
    id: item.id,
    signs: item.signs,
    against: item.against,
    title: item.title,
    sign: item.sign ?? '',
    says: item.says.map(({ text }) => text).join('\n'),
    words: [...item.words, ...item.heard].join('\n'),
    seen: item.signs
      .map((name) => [askOf(name, signs), ...(signs.get(name.split(':')[0] ?? '')?.words ?? [])].join('\n'))
      .join('\n'),
    text: [item.recognise, item.why, item.do, item.collect].join('\n'),
  };
}

const textOf = ({ says, words, title, sign, seen, text }: CaseText) =>
  [says, words, title, sign, seen, text].join(' ');

/** Pages that ask, by the name of their file of words: `403`, `q850-17`. */
export function pagesThatAsk(): ({ name: string } & CaseFile<CaseData>)[] {
  const { codes, q850 } = model();
  const signs = signsById();
  const pages = [
    ...codes.map((page) => ({ name: page.id, body: page.body })),
    ...q850.map((page) => ({ name: `q850-${page.id}`, body: page.body })),
  ]
    .filter(({ body }) => hasQuestion(body))
    .map(({ name, body }) => ({ name, cases: body.cases.map((item) => dataOf(item, signs)) }));
  const common = commonWords(pages.map(({ cases }) => cases.map(textOf)));
  return pages.map((page, at) => ({ ...page, common: common[at] ?? [] }));
}
