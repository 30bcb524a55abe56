/** The drawing of a ladder as plain shapes: put into the page as elements, or written as an SVG file. */
import { escapeHtml } from '../../frame/escape-html.ts';
import { layLadder } from '../../sip/ladder-layout.ts';
import type { CallFlow } from './ladder-flow.ts';

export interface Shape {
  tag: 'svg' | 'g' | 'text' | 'line' | 'path' | 'rect';
  attributes: Record<string, string | number>;
  children: (Shape | string)[];
}

const shape = (
  tag: Shape['tag'],
  attributes: Shape['attributes'],
  ...children: Shape['children']
): Shape => ({ tag, attributes, children });

const percent = (x: number) => `${x}%`;

/** Pixels a drawing needs so that names of participants do not run into each other. */
export function ladderWidth(participants: number): number {
  return participants <= 2 ? 320 : participants * 165;
}

/**
 * The shapes. A row that stands for a message is a group with `data-row`, its place among the steps.
 * Positions are percentages of the width, as on code pages.
 */
export function ladderPicture({ flow, of }: CallFlow): Shape {
  const { height, lifelines, rows } = layLadder(flow, ladderWidth(flow.participants.length));
  let above = lifelines[0]?.top ?? 0;
  const drawn = rows.map((row, at): Shape => {
    const from = above;
    above = row.y + 4;
    if (row.kind === 'gap') return shape('text', { x: '50%', y: row.y, class: 'gap' }, `⋮ ${row.label}`);
    const known = of[at];
    const code = known?.message.code ?? null;
    const back = shape('rect', { x: 0, y: from + 1, width: '100%', height: row.y + 3 - from, class: 'back' });
    const time = known?.time ? [shape('text', { x: 2, y: row.y + 4, class: 'time' }, known.time)] : [];
    const classes = [
      'row',
      row.kind === 'arrow' && row.marked ? 'marked' : '',
      code !== null ? `c${String(code)[0]}` : '',
    ];
    const group = { class: classes.filter(Boolean).join(' '), 'data-row': at };
    if (row.kind === 'event')
      return shape(
        'g',
        group,
        back,
        ...time,
        shape('text', { x: percent(row.x), y: row.y, class: 'event' }, `↻ ${row.label}`),
      );
    return shape(
      'g',
      group,
      back,
      ...time,
      shape('text', { x: percent(row.labelAt), y: row.y - (row.note ? 20 : 6) }, row.label),
      ...(row.note ? [shape('text', { x: percent(row.noteAt), y: row.y - 6, class: 'note' }, row.note)] : []),
      shape('line', { x1: percent(row.x1), x2: percent(row.x2), y1: row.y, y2: row.y }),
      shape('svg', { x: percent(row.x2), y: row.y, overflow: 'visible' }, shape('path', { d: row.head })),
    );
  });
  return shape(
    'svg',
    { width: '100%', height },
    shape(
      'g',
      { 'aria-hidden': 'true' },
      ...lifelines.flatMap(({ x, name, under, top }) => [
        shape('text', { x: percent(x), y: 14, class: 'who' }, name),
        ...(under ? [shape('text', { x: percent(x), y: 30, class: 'under' }, under)] : []),
        shape('line', { x1: percent(x), x2: percent(x), y1: top, y2: height, class: 'life' }),
      ]),
    ),
    ...drawn,
  );
}

const paper = '#fbfaf7';
const ink = '#1b1d22';
const soft = '#555c68';
const classInk: Record<string, string> = {
  c1: '#2f5f9e',
  c2: '#1d7046',
  c3: '#6a48ad',
  c4: '#96540a',
  c5: '#b02a20',
  c6: '#93266d',
};

/** Presentation of a shape in a file of its own, which has no stylesheet: light, as for print. */
function paint({ tag, attributes }: Shape, marked: string | undefined): Record<string, string | number> {
  const kind = String(attributes['class'] ?? '');
  if (tag === 'rect') return { fill: 'none' };
  if (tag === 'line' || tag === 'path')
    return kind === 'life'
      ? { stroke: soft, 'stroke-width': 1 }
      : { stroke: marked ?? ink, 'stroke-width': marked ? 2.5 : 1.5, fill: 'none' };
  if (tag !== 'text') return {};
  const quiet = ['under', 'note', 'gap', 'event', 'time'].includes(kind);
  return {
    'text-anchor': kind === 'time' ? 'start' : 'middle',
    fill: quiet ? soft : (marked ?? ink),
    stroke: paper,
    'stroke-width': 5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    ...(quiet ? { 'font-size': 12 } : {}),
    ...(kind === 'who' || (marked && !quiet) ? { 'font-weight': 600 } : {}),
  };
}

/** Text as it may stand in XML. Characters that XML does not know are replaced. */
const escaped = (text: string): string =>
  escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd'));

function markup(one: Shape, marked?: string): string {
  const kinds = String(one.attributes['class'] ?? '').split(' ');
  const own = kinds.includes('marked') ? (classInk[kinds.at(-1) ?? ''] ?? ink) : marked;
  const kept = Object.entries(one.attributes).filter(
    ([name]) => !/^(?:class|data-row|aria-hidden)$/.test(name),
  );
  const attributes = [...kept, ...Object.entries(paint(one, own))]
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inside = one.children
    .map((child) => (typeof child === 'string' ? escaped(child) : markup(child, own)))
    .join('');
  return `<${one.tag}${attributes}>${inside}</${one.tag}>`;
}

/** The drawing as a file. @param width pixels. */
export function ladderFile(picture: Shape, width: number): string {
  const height = Number(picture.attributes['height']) + 12;
  const inside = picture.children
    .map((child) => (typeof child === 'string' ? escaped(child) : markup(child)))
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `font-family="ui-sans-serif, system-ui, sans-serif" font-size="13">` +
    `<rect width="100%" height="100%" fill="${paper}"/>${inside}</svg>\n`
  );
}
