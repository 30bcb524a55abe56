/** Draws suggestions below the search box: a listbox that the box controls, and which option is chosen. */
import { within } from '../frame/base.client.ts';
import { element } from '../frame/element.client.ts';
import { isCopied } from './copied.ts';
import { nameOf } from './number.ts';
import { moved, type Option, type View } from './suggestions.ts';

/** What the keys do, for those who see the list; the label of the box tells the others. @param chosen the option chosen now */
function keysText(options: readonly Option[], chosen?: Option): string {
  const copy = chosen ? isCopied(chosen) : options.some(isCopied);
  return [
    '↑ ↓ choose · Enter opens',
    ...(copy ? [`${chosen ? '' : 'with an answer chosen, '}T copies it for a ticket, L its link`] : []),
  ].join(' · ');
}

/** Pixels at an end of the list that what is chosen keeps free: it fades there (suggestions.css), a title may stand there. */
const fade = 32;

/** Pixels between the header and a box that has come up to it: room for the ring of the focus. */
const gap = 8;

/** The list of one box. */
export class SuggestionList {
  private options: { option: Option; link: HTMLAnchorElement }[] = [];
  private active = -1;
  /** What was said of the chosen option last; late answers do not talk over it. */
  private told = '';
  private readonly keys = element('p', { className: 'keys', ariaHidden: 'true' });
  private readonly box: HTMLInputElement;
  private readonly popup: HTMLElement;
  private readonly listbox: HTMLElement;
  private readonly onForget: () => void;
  private readonly onSay: (text: string) => void;

  /**
   * @param box the combobox.
   * @param popup holds the listbox and whatever else stands below the box.
   * @param onSay called with what has to be said aloud.
   * @param onForget called when somebody asks that earlier searches be forgotten.
   */
  constructor(
    box: HTMLInputElement,
    popup: HTMLElement,
    onSay: (text: string) => void,
    onForget: () => void,
  ) {
    this.box = box;
    this.popup = popup;
    this.onForget = onForget;
    this.onSay = onSay;
    this.listbox = popup.querySelector<HTMLElement>('[role="listbox"]')!;
    // As properties: the name of the event as a string is that of a utility, which every page would then carry.
    if (visualViewport) visualViewport.onresize = visualViewport.onscroll = () => this.fit();
    box.addEventListener('focus', () => this.bringUp());
    if (document.activeElement === box) this.bringUp();
  }

  /** On a phone the list needs all the room there is above the keyboard: the box comes up to the header. */
  private bringUp(): void {
    if (!this.box.closest('main') || !matchMedia('(width < 48rem)').matches) return;
    const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
    scrollBy(0, this.box.getBoundingClientRect().top - header - gap);
  }

  /** The list ends where the keyboard begins; only the visual viewport knows of it. */
  private fit(): void {
    if (!this.isOpen || !visualViewport) return;
    const { offsetTop, height } = visualViewport;
    const room = offsetTop + height - this.popup.getBoundingClientRect().top;
    this.popup.style.setProperty('--room', `${Math.round(room)}px`);
  }

  get isOpen(): boolean {
    return !this.popup.hidden;
  }

  /** The option chosen by keyboard. */
  get chosen(): Option | undefined {
    return this.options[this.active]?.option;
  }

  /** The option that a click met. */
  optionAt(target: EventTarget | null): Option | undefined {
    return this.options.find(({ link }) => target instanceof Node && link.contains(target))?.option;
  }

  /**
   * Shows a view.
   * @param keep an option chosen before stays chosen where the new view has it too: it is of the same words.
   */
  show({ groups, recent = false }: View, keep: boolean): void {
    const before = keep ? this.chosen?.path : undefined;
    this.options = [];
    const sections = groups.map(({ title, options, card = false }) =>
      element(
        'div',
        { role: 'group', ariaLabel: title, className: card ? 'card' : '' },
        element('p', { ariaHidden: 'true' }, title),
        ...options.map((option) => this.draw(option)),
      ),
    );
    this.listbox.replaceChildren(...sections);
    this.popup.replaceChildren(
      this.listbox,
      ...(recent && this.options.length ? [this.forgetButton()] : []),
      ...(!recent && this.options.length ? [this.keys] : []),
    );
    // Once more where the list opens: what came above the box meanwhile has moved it.
    if (!this.isOpen && this.options.length) this.bringUp();
    this.popup.hidden = !this.options.length;
    this.box.ariaExpanded = String(this.isOpen);
    this.fit();
    const { told } = this;
    this.choose(before === undefined ? -1 : this.options.findIndex(({ option }) => option.path === before));
    if (told && this.chosen) this.tell(told);
  }

  private draw(option: Option): HTMLAnchorElement {
    const { path, title, beside, gist, digit, ofCard = false } = option;
    const { number, name } = nameOf(option);
    // The card shows the number large, once; its cases stand below it.
    const shown = gist !== undefined && number ? [element('b', {}, number), ' ', name] : [title];
    const link = element(
      'a',
      {
        role: 'option',
        id: `${this.listbox.id}-${this.options.length}`,
        href: within(path),
        tabIndex: -1,
        ariaSelected: 'false',
        className: [digit ? `c${digit}` : '', ofCard ? 'of-card' : ''].join(' ').trim(),
      },
      element('span', {}, ...shown),
      ...(beside && path !== `/${beside}/` ? [element('small', {}, beside)] : []),
      ...(gist ? [element('small', {}, gist)] : []),
    );
    this.options.push({ option, link });
    return link;
  }

  private forgetButton(): HTMLButtonElement {
    const button = element('button', { type: 'button', className: 'quiet' }, 'Forget these');
    button.addEventListener('click', this.onForget);
    return button;
  }

  /** Says something of the chosen option, below the list and aloud. */
  say(text: string): void {
    this.tell(text);
    this.onSay(text);
  }

  /** Whether what was said of the chosen option still stands. */
  get isTelling(): boolean {
    return this.told !== '';
  }

  private tell(text: string): void {
    this.told = text;
    this.keys.textContent = text;
  }

  close(): void {
    this.popup.hidden = true;
    this.box.ariaExpanded = 'false';
    this.choose(-1);
  }

  move(key: 'ArrowDown' | 'ArrowUp'): void {
    this.choose(moved(this.active, this.options.length, key));
  }

  /** Scrolls the list alone: the page stays where it is, with the box at its place. */
  private bringIntoSight({ offsetTop: top, offsetHeight: height }: HTMLElement): void {
    const { scrollTop, clientHeight } = this.listbox;
    const lowest = top + height + fade - clientHeight;
    this.listbox.scrollTop = Math.min(Math.max(scrollTop, lowest), top - fade);
  }

  private choose(at: number): void {
    const old = this.options[this.active];
    if (old) old.link.ariaSelected = 'false';
    this.active = at;
    this.told = '';
    this.keys.textContent = keysText(
      this.options.map(({ option }) => option),
      this.chosen,
    );
    const chosen = this.options[at]?.link;
    if (!chosen) return this.box.removeAttribute('aria-activedescendant');
    chosen.ariaSelected = 'true';
    this.bringIntoSight(chosen);
    this.box.setAttribute('aria-activedescendant', chosen.id);
  }
}
