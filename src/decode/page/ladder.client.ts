/** Draws the ladder and lets the reader go through its messages by pointer or keyboard. */
import { element } from '../../frame/element.client.ts';
import { callFlow, type CallFlow, labelOf } from './ladder-flow.ts';
import { ladderPicture, ladderWidth, type Shape } from './ladder-picture.ts';
import type { ShownCall, ShownMessage } from './messages.ts';

/** Elements for shapes; text stays text. */
function draw(shape: Shape): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', shape.tag);
  for (const [name, value] of Object.entries(shape.attributes)) made.setAttribute(name, String(value));
  made.append(...shape.children.map((child) => (typeof child === 'string' ? child : draw(child))));
  return made;
}

export class Ladder {
  readonly #figure: HTMLElement;
  readonly #onChoose: (message: ShownMessage) => void;
  readonly #onOpen: (message: ShownMessage) => void;
  #rows: { group: SVGElement; message: ShownMessage }[] = [];
  #chosen = 0;
  /** What is drawn, for a file. */
  picture: { shape: Shape; width: number } | undefined;

  /**
   * @param onChoose a message was chosen.
   * @param onOpen Enter was pressed on it.
   */
  constructor(
    figure: HTMLElement,
    onChoose: (message: ShownMessage) => void,
    onOpen: (message: ShownMessage) => void,
  ) {
    this.#figure = figure;
    this.#onChoose = onChoose;
    this.#onOpen = onOpen;
    figure.addEventListener('keydown', (event) => this.#key(event));
    figure.addEventListener('click', (event) => {
      const at = this.#rows.findIndex(({ group }) => group.contains(event.target as Node));
      if (at >= 0) this.#choose(at, true);
    });
  }

  show(call: ShownCall): void {
    const described = callFlow(call);
    const shape = ladderPicture(described);
    const participants = described.flow.participants.length;
    const width = ladderWidth(participants);
    this.picture = { shape, width: Math.max(width, 640) };
    const svg = draw(shape);
    // Narrow screens scroll a drawing of many participants instead of squeezing it.
    if (participants > 2) svg.setAttribute('width', String(Math.max(width, 440)));
    svg.setAttribute('role', 'listbox');
    svg.setAttribute('aria-label', 'Messages of the call');
    svg.setAttribute('aria-describedby', 'decode-keys');
    this.#rows = this.#take(svg, described);
    const left = call.messageCount - call.messages.reduce((sum, { copies }) => sum + copies + 1, 0);
    this.#figure.replaceChildren(
      element('div', { className: 'decode-scroll' }, svg),
      ...(left > 0 ? [element('figcaption', {}, `${left} more messages of this call are not drawn.`)] : []),
    );
    const deciding = this.#rows.findIndex(({ message }) => message.index === call.deciding);
    this.#choose(Math.max(0, deciding), false);
  }

  /** Chooses the message with this place in the trace. */
  showMessage(index: number): boolean {
    const at = this.#rows.findIndex(({ message }) => message.index === index);
    if (at >= 0) this.#choose(at, false);
    return at >= 0;
  }

  #take(svg: SVGElement, { of, flow }: CallFlow) {
    const name = (at: number) => {
      const { name = '', under = '' } = flow.participants[at] ?? {};
      return under ? `${name} (${under})` : name;
    };
    return [...svg.querySelectorAll<SVGElement>('[data-row]')].flatMap((group) => {
      const at = Number(group.dataset['row']);
      const [known, step] = [of[at], flow.steps[at]];
      if (!known || !step) return [];
      const way = step.kind === 'arrow' ? `, ${name(step.from)} to ${name(step.to)}` : '';
      const note = step.kind === 'arrow' && step.note ? `, ${step.note}` : '';
      const time = known.time ? `, at ${known.time} s` : '';
      group.setAttribute('role', 'option');
      group.setAttribute('aria-label', `${labelOf(known.message)}${way}${note}${time}`);
      return [{ group, message: known.message }];
    });
  }

  #choose(at: number, focus: boolean): void {
    this.#chosen = at;
    for (const [place, { group }] of this.#rows.entries()) {
      group.setAttribute('aria-selected', String(place === at));
      group.setAttribute('tabindex', place === at ? '0' : '-1');
    }
    const row = this.#rows[at];
    if (!row) return;
    if (focus) row.group.focus();
    this.#onChoose(row.message);
  }

  #key(event: KeyboardEvent): void {
    const last = this.#rows.length - 1;
    const to = {
      ArrowDown: Math.min(last, this.#chosen + 1),
      ArrowUp: Math.max(0, this.#chosen - 1),
      Home: 0,
      End: last,
    }[event.key];
    const row = this.#rows[this.#chosen];
    if (to !== undefined) this.#choose(to, true);
    else if (event.key === 'Enter' && row) this.#onOpen(row.message);
    else return;
    event.preventDefault();
  }
}
