/** The cases of a page with what "Which case is it?" needs of them. */
import { model } from '../content/model.ts';
import type { PageBody, PageCase } from '../content/page-body.ts';
import { askOf } from './questions.ts';
import type { CaseText } from './words.ts';

/** Pages with fewer cases show them without a question. */
const least = 3;

export const hasQuestion = ({ cases }: PageBody): boolean => cases.length >= least;

/** Every sign by its id. */
export const signsById = () => new Map(model().signs.map((sign) => [sign.id, sign]));

/** Texts of a case for the words of a reader. */
function textOf(item: PageCase, signs: ReturnType<typeof signsById>): CaseText {
  return {
    id: item.id,
    title: item.title,
    sign: item.sign ?? '',
    says: item.says.map(({ text }) => text).join('\n'),
    words: item.words.join('\n'),
    seen: item.signs
      .map((name) => [askOf(name, signs), ...(signs.get(name.split(':')[0] ?? '')?.words ?? [])].join('\n'))
      .join('\n'),
    text: [item.recognise, item.why, item.do, item.collect].join('\n'),
  };
}

/** Pages that ask, by the name of their file of words: `403`, `q850-17`. */
export function pagesThatAsk(): { name: string; texts: CaseText[] }[] {
  const { codes, q850 } = model();
  const signs = signsById();
  return [
    ...codes.map((page) => ({ name: page.id, body: page.body })),
    ...q850.map((page) => ({ name: `q850-${page.id}`, body: page.body })),
  ]
    .filter(({ body }) => hasQuestion(body))
    .map(({ name, body }) => ({ name, texts: body.cases.map((item) => textOf(item, signs)) }));
}
