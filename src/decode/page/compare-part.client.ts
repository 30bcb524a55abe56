/** Draws comparisons: two calls step by step, and what a hop changed in a message. */
import { markedDeep, markedTurns } from '../../frame/direction.ts';
import { element } from '../../frame/element.client.ts';
import type { CallComparison, Difference } from '../compare.ts';
import type { ShownMessage } from './messages.ts';

/** @param heads names of the two sides. */
function differenceTable(differences: readonly Difference[], heads: readonly [string, string]): HTMLElement {
  const cell = (head: string, value: string | null) => {
    const made = element('td', {}, value === null ? '–' : element('code', {}, value.slice(0, 600)));
    made.dataset['head'] = head;
    return made;
  };
  const table = element(
    'table',
    { className: 'decode-differences' },
    element(
      'thead',
      {},
      element('tr', {}, ...['What', ...heads].map((head) => element('th', { scope: 'col' }, head))),
    ),
    element(
      'tbody',
      {},
      ...markedDeep(differences).map(({ name, a, b, note }) =>
        element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            name,
            ...(note ? [element('span', { className: 'text-sm text-soft' }, ` ${note}`)] : []),
          ),
          cell(heads[0], a),
          cell(heads[1], b),
        ),
      ),
    ),
  );
  return table;
}

function foldedTable(
  name: string,
  differences: readonly Difference[],
  heads: readonly [string, string],
): HTMLElement[] {
  if (differences.length === 0) return [];
  return [
    element(
      'details',
      {},
      element('summary', {}, `${name}: ${differences.length}`),
      differenceTable(differences, heads),
    ),
  ];
}

/** @param a messages of the good call, @param b those of the failed one, as they were compared. */
export function drawComparison(
  { steps, first }: CallComparison,
  a: readonly ShownMessage[],
  b: readonly ShownMessage[],
): HTMLElement[] {
  const heads = ['Good call', 'This call'] as const;
  const nameOf = (step: CallComparison['steps'][number]) =>
    markedTurns(a[step.a ?? -1]?.startLine ?? b[step.b ?? -1]?.startLine ?? 'Message');
  if (!first) return [element('p', {}, 'No difference that can be the cause: the calls go the same way.')];
  const place = steps[first.step];
  const firstPart = element(
    'div',
    { className: 'decode-finding c4' },
    element('h3', {}, `First difference that matters: ${markedTurns(first.difference.name)}`),
    element('p', {}, `In message ${first.step + 1}: `, element('code', {}, place ? nameOf(place) : '')),
    differenceTable([first.difference], heads),
  );
  firstPart.dataset['testid'] = 'first-difference';
  const rest = steps.flatMap((step, at) => {
    const by = (weight: Difference['weight']) =>
      step.differences.filter((entry) => entry.weight === weight && entry !== first.difference);
    const shown = by('matters');
    if (step.differences.length === 0) return [];
    return [
      element('h3', {}, `${at + 1}. `, element('code', {}, nameOf(step))),
      ...(shown.length > 0 ? [differenceTable(shown, heads)] : []),
      ...foldedTable('Smaller differences', by('minor'), heads),
      ...foldedTable('Always differ', by('expected'), heads),
    ];
  });
  return [firstPart, ...rest];
}

export function drawHop(differences: readonly Difference[], heads: readonly [string, string]): HTMLElement[] {
  const shown = differences.filter(({ weight }) => weight !== 'expected');
  return [
    ...(shown.length > 0
      ? [differenceTable(shown, heads)]
      : [element('p', {}, 'Nothing but what every hop changes.')]),
    ...foldedTable(
      'Always differ',
      differences.filter(({ weight }) => weight === 'expected'),
      heads,
    ),
  ];
}
