/** Suggestions in groups: the answer first, then where it leads. */
import type { Answer } from './answer.ts';
import type { Kind } from './index-data.ts';

export const group = {
  exact: 'Answer',
  also: 'Also read as',
  codes: 'Codes',
  cases: 'Cases',
  causes: 'Q.850 causes',
  vendors: 'Vendors',
  guides: 'Guides and terms',
  all: 'Everything',
};

const groupOf: Record<Kind, string> = {
  code: group.codes,
  class: group.codes,
  cause: group.causes,
  case: group.cases,
  note: group.vendors,
  vendor: group.vendors,
  warning: group.causes,
  reason: group.causes,
  header: group.guides,
  guide: group.guides,
  page: group.guides,
};

/** Codes that digits complete are a list of their own: the ten of a row, or the cause and the ten. */
const digits = /^\d{1,2}$/;

/** At most four of a kind and eight in all; groups stand in the order of their best answer, exact ones on top. */
export function suggestionGroups(
  answers: readonly Answer[],
  query = '',
): { title: string; answers: Answer[] }[] {
  const [most, ofKind] = digits.test(query) ? [12, 10] : [8, 4];
  const groups = new Map<string, Answer[]>();
  for (const answer of answers.slice(0, most)) {
    const title = answer.exact ? group.exact : groupOf[answer.kind];
    const members = groups.get(title) ?? [];
    if (members.length < ofKind) groups.set(title, [...members, answer]);
  }
  const exact = groups.get(group.exact);
  groups.delete(group.exact);
  return [
    ...(exact ? [{ title: group.exact, answers: exact }] : []),
    ...[...groups].map(([title, members]) => ({ title, answers: members })),
  ];
}
