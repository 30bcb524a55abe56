/**
 * `<sip-code>403</sip-code>` on any page: the number becomes a link to its page here, with a card on hover and focus.
 * `case="no-credit"` leads to a case. Built as /embed/v1.js, a file of its own that imports nothing.
 *
 * It leaves the host page alone: a shadow root, constructed stylesheets (a strict policy allows them), no cookies, no
 * markup from strings. Without it, or where a code is not known, the text of the element stays as it is.
 */
import type { EmbedCode } from './data.ts';

/** Where the site lies: one folder above this file. */
const site = new URL('..', import.meta.url);
/** Milliseconds from the pointer's coming to the card, and from its going to the end of the card. */
const delay = { show: 150, hide: 250 };

const style = `
a { color: inherit; text-decoration: underline dotted; text-underline-offset: 0.2em }
a:focus-visible { outline: 2px solid; outline-offset: 2px }
[popover] {
  all: initial; color-scheme: inherit; direction: ltr;
  position: fixed; inset: auto; box-sizing: border-box; width: max-content; max-width: min(22rem, 100vw - 1rem);
  padding: 0.6rem 0.8rem; border: 1px solid GrayText; border-radius: 6px;
  background: Canvas; color: CanvasText; font: 0.875rem/1.4 system-ui, sans-serif;
  box-shadow: 0 2px 12px rgb(0 0 0 / 0.2);
}
[popover]:not(:popover-open) { display: none }
b, i, span { display: block; margin-bottom: 0.25rem; font-style: normal }
b { font-size: 1rem }
i { font-weight: 600 }
small { font-size: 0.8125rem }`;

/** One request for each code, however often a page names it. */
const known = new Map<string, Promise<EmbedCode | null | undefined>>();

/** @returns null where the site has no page for the code, undefined where it cannot be asked. */
function lookUp(code: string): Promise<EmbedCode | null | undefined> {
  const asked =
    known.get(code) ??
    fetch(new URL(`embed/v1/${code}.json`, site), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).then(
      (response) =>
        response.ok ? (response.json() as Promise<EmbedCode>) : response.status === 404 ? null : undefined,
      () => undefined,
    );
  known.set(code, asked);
  return asked;
}

const element = (name: string, text: string): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

let sheet: CSSStyleSheet | undefined;

class SipCode extends HTMLElement {
  static observedAttributes = ['code', 'case'];
  #root = this.attachShadow({ mode: 'open' });
  #card: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    void this.#draw();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#draw();
  }

  async #draw(): Promise<void> {
    clearTimeout(this.#timer);
    this.#card = undefined;
    this.#root.replaceChildren(document.createElement('slot'));
    const code =
      this.getAttribute('code') ?? /(?<!\d)[1-9]\d\d(?!\d)/.exec(this.textContent ?? '')?.[0] ?? '';
    if (!/^[1-9]\d\d$/.test(code)) return;
    const asked = this.getAttribute('case') ?? '';
    const data = await lookUp(code);
    if (data === null || !this.isConnected || asked !== (this.getAttribute('case') ?? '')) return;
    const found = data && Object.hasOwn(data.cases, asked) ? data.cases[asked] : undefined;
    const link = document.createElement('a');
    // Without data the case cannot be checked; a fragment that is not there leads to the page all the same.
    link.href = new URL(
      `${code}/${asked && (found || !data) ? `#${encodeURIComponent(asked)}` : ''}`,
      site,
    ).href;
    link.part.add('link');
    link.append(document.createElement('slot'));
    this.#root.replaceChildren(link);
    if (!data || !('popover' in link)) return;
    const card = document.createElement('div');
    card.popover = 'manual';
    card.role = 'tooltip';
    card.id = 'card';
    card.lang = 'en';
    card.append(
      element('b', `${data.code} ${data.phrase}`.trim()),
      ...(found ? [element('i', found.title)] : []),
      element('span', found ? found.gist : data.gist),
      element('small', `Who acts: ${found ? found.acts : data.acts}`),
    );
    link.setAttribute('aria-describedby', card.id);
    this.#root.append(card);
    this.#card = card;
    this.#listen(link, card);
  }

  /** The card stays while the pointer is on the link or on the card, or the link has the focus; Escape ends it. */
  #listen(link: HTMLElement, card: HTMLElement): void {
    const later = (work: () => void, after: number) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(work, after);
    };
    const hide = () => card.hidePopover();
    for (const one of [link, card]) {
      one.addEventListener('pointerenter', () => later(() => this.#show(link), delay.show));
      one.addEventListener('pointerleave', () => {
        if (!link.matches(':focus-visible')) later(hide, delay.hide);
      });
    }
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) this.#show(link);
    });
    link.addEventListener('blur', hide);
    card.addEventListener('toggle', ({ newState }) => {
      const change = newState === 'open' ? 'addEventListener' : 'removeEventListener';
      document[change]('keydown', this.#escape);
    });
  }

  #escape = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Escape') return;
    clearTimeout(this.#timer);
    this.#card?.hidePopover();
  };

  /** Below the link and within the window, else above it. */
  #show(link: HTMLElement): void {
    const card = this.#card;
    if (!card?.isConnected) return;
    clearTimeout(this.#timer);
    card.showPopover();
    const from = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const above = from.bottom + height + 4 > innerHeight && from.top > height;
    card.style.left = `${Math.max(8, Math.min(from.left, innerWidth - width - 8))}px`;
    card.style.top = `${above ? from.top - height - 4 : from.bottom + 4}px`;
  }
}

// A page may hold the script twice.
if (!customElements.get('sip-code')) customElements.define('sip-code', SipCode);
