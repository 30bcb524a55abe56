/**
 * Asks for the sign that tells the leading case apart, then for that of the next one: what readers know best is whether
 * a sentence describes their call.
 */
import type { Ranked } from './rank.ts';

/** Undefined where the reader does not know. */
type Answer = boolean | undefined;

/** Its `element` goes into the page once; `ask` whenever the order of the cases has changed, after an answer too. */
export class OwnSignQuestion {
  readonly element = document.createElement('span');
  readonly #text = document.createElement('span');
  readonly #undo: HTMLButtonElement;
  readonly #replies: HTMLButtonElement[];
  readonly #answers = new Map<string, Answer>();
  /** Case whose sign is asked for. */
  #asked = '';
  readonly #signs: ReadonlyMap<string, string>;

  /**
   * @param signs what tells each case apart, by its id
   * @param changed is told of every answer so far
   */
  constructor(signs: ReadonlyMap<string, string>, changed: (answers: ReadonlyMap<string, Answer>) => void) {
    this.#signs = signs;
    const button = (label: string, act: () => void) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'quiet';
      made.textContent = label;
      made.addEventListener('click', () => {
        act();
        changed(this.#answers);
      });
      return made;
    };
    const reply = (label: string, answer: Answer) =>
      button(label, () => {
        this.#answers.set(this.#asked, answer);
      });
    this.#replies = [reply('Yes', true), reply('No', false), reply('Don’t know', undefined)];
    this.#undo = button('Undo', () => {
      this.#answers.delete([...this.#answers.keys()].at(-1) ?? '');
    });
    this.#text.id = 'own-sign';
    for (const one of this.#replies) one.setAttribute('aria-describedby', this.#text.id);
    this.element.append(this.#text, ...this.#replies, this.#undo);
  }

  /**
   * Asks for the first case that nothing was answered for; where one is seen, only for others that something speaks for.
   * A case that something speaks against is not asked for. @param ranked the best first
   */
  ask(ranked: readonly Ranked[]): void {
    const settled = ranked.some(({ own }) => own);
    const next = ranked.find(
      ({ id, against, score }) => !this.#answers.has(id) && !against.length && (!settled || score > 0),
    );
    this.#asked = next?.id ?? '';
    this.#text.textContent = next
      ? `${settled ? 'And this?' : 'Do you see this?'} “${this.#signs.get(next.id)}” `
      : '';
    const held = this.#replies.includes(document.activeElement as HTMLButtonElement);
    for (const reply of this.#replies) reply.hidden = !next;
    // It keeps its place: the answers must not move under the finger.
    this.#undo.style.visibility = this.#answers.size ? '' : 'hidden';
    // What had the focus is hidden now.
    if (held && !next) this.#undo.focus();
  }

  /** Goes on from answers that an address holds. */
  resume(answers: ReadonlyMap<string, boolean>): void {
    this.#answers.clear();
    for (const [id, seen] of answers) this.#answers.set(id, seen);
  }

  forget(): void {
    this.#answers.clear();
  }
}
