/** What the link card of a page shows: data only. drawing.ts makes a picture of it, CardTags.astro names it in pages. */
import { numberedClass, shortActors, stopLabels } from '../content/labels.ts';
import type { Model } from '../content/model.ts';
import type { PageCase } from '../content/page-body.ts';
import { type CodeData, pathStop } from '../content/schemas/codes.ts';
import type { ColourName } from '../content/schemas/own.ts';
import { causeHex, dss1Octet } from '../sip/q850.ts';

export interface Stop {
  label: string;
  says: 'usual' | 'possible' | 'never';
}

export interface Card {
  /** Path of the page that the card is of, without the base: `/403/`. */
  page: string;
  /** Of the number and the edge. */
  colour: ColourName;
  /** What kind of page it is, in a few words. */
  kind: string;
  number?: string;
  /** Reason phrase or name of the number; of the site on its own card. */
  name: string;
  /** Title of a case. */
  case?: string;
  text: string;
  /** The way of a call, and who on it can have said the code. */
  stops?: Stop[];
  /** Every class of codes, each in its colour. */
  classes?: { number: string; name: string; colour: ColourName }[];
  /** What stands at the end where nothing is drawn. */
  foot?: string;
}

/** A page whose card has a picture of its own, or the picture of the site. */
export const cardPath = (page: string): string => `${page}card.png`;

/** Texts of data files write code in backticks. */
export const plain = (text: string) => text.replaceAll('`', '');

/** Classes of SIP; numbers above are those of vendors. */
const isStandard = (digit: string) => digit <= '6';

const colourOf = (digit: string): ColourName =>
  isStandard(digit) ? (`class-${digit}` as ColourName) : 'soft';

const stopsOf = ({ usual, possible = [] }: NonNullable<CodeData['path']>): Stop[] =>
  pathStop.options.map((stop) => ({
    label: stopLabels[stop],
    says: usual.includes(stop) ? 'usual' : possible.includes(stop) ? 'possible' : 'never',
  }));

/** A case is titled by its page and itself: `403 Forbidden: The account has no credit`. */
export const caseTitle = (pageTitle: string, { title }: Pick<PageCase, 'title'>): string =>
  `${pageTitle}: ${title}`;

/** How a case is told apart, and who acts. */
export const caseDescription = ({ sign, acts }: Pick<PageCase, 'sign' | 'acts'>): string =>
  [sign && plain(sign), `Who acts: ${shortActors(acts)}.`].filter(Boolean).join(' ');

const caseCard = (of: Card, item: PageCase): Card => ({
  page: `${of.page}${item.id}/`,
  colour: of.colour,
  kind: of.kind,
  number: of.number,
  name: of.name,
  case: item.title,
  text: plain(item.sign ?? ''),
  foot: `Who acts: ${shortActors(item.acts)}`,
});

/** The cards that have a picture of their own: the site, each code, each cause, each case. */
export function cards({ settings, codes, causes, q850, classes }: Model): Card[] {
  const ofCodes = codes.flatMap(({ data, body }) => {
    const digit = String(data.code).charAt(0);
    const name = classes.find((one) => one.digit === digit)?.data.name ?? '';
    const card: Card = {
      page: `/${data.code}/`,
      colour: colourOf(digit),
      kind: numberedClass(digit, name),
      number: String(data.code),
      name: data.phrase,
      text: plain(data.meaning),
      ...(data.path ? { stops: stopsOf(data.path) } : { foot: data.sentBy }),
    };
    return [card, ...body.cases.map((item) => caseCard(card, item))];
  });
  const ofCauses = causes.flatMap((cause) => {
    const card: Card = {
      page: `/q850/${cause.cause}/`,
      colour: 'ink',
      kind: `Q.850 cause · ${cause.class}`,
      number: String(cause.cause),
      name: cause.name,
      text: plain(cause.meaning),
      foot: `Hex ${causeHex(cause.cause)} · DSS1 octet ${dss1Octet(cause.cause)}`,
    };
    const cases = q850.find(({ data }) => data.cause === cause.cause)?.body.cases ?? [];
    return [card, ...cases.map((item) => caseCard(card, item))];
  });
  const site: Card = {
    page: '/',
    colour: 'ink',
    kind: 'A reference of SIP response codes',
    name: settings?.name ?? '',
    text: settings?.tagline ?? '',
    classes: classes
      .filter(({ digit }) => isStandard(digit))
      .map(({ digit, data }) => ({ number: `${digit}xx`, name: data.name, colour: colourOf(digit) })),
  };
  return [site, ...ofCodes, ...ofCauses];
}
