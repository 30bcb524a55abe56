/** What the card of an embedded code says: one small file a code, below /embed/v1/. Fields are added, never changed. */
import { type CodePage, model } from '../content/model.ts';
import { capital, shortActors } from '../content/labels.ts';

interface Card {
  /** What it means, or how the case is told from others, in a sentence or two. */
  gist: string;
  /** Who has to act, most likely first. */
  acts: string;
}

export interface EmbedCode extends Card {
  code: number;
  phrase: string;
  /** By id. */
  cases: Record<string, Card & { title: string }>;
}

/** Text of a data file without the marks of code. */
const plain = (text: string) => text.replaceAll('`', '');

/** What `<sip-code>` shows of a code, its cases by id. */
export function embedCode({ data, body, id }: CodePage): EmbedCode {
  const cases = [
    ...body.cases,
    ...model()
      .ownCases.filter(({ of }) => of === id)
      .flatMap((page) => page.body.cases),
  ];
  return {
    code: data.code,
    phrase: data.phrase,
    gist: plain(data.meaning),
    acts: capital(shortActors(data.acts)),
    cases: Object.fromEntries(
      cases.map(({ id: name, title, sign, recognise, acts }) => [
        name,
        { title, gist: plain(sign ?? recognise), acts: capital(shortActors(acts)) },
      ]),
    ),
  };
}
