/** Where a trace comes in: the text field, a paste, a dropped or chosen file, an example. */
import { markedTurns } from '../../frame/direction.ts';
import type { Source } from './messages.ts';

/** Characters that the text field shows; a longer paste is kept beside it, since a field of megabytes freezes the page. */
const mostShown = 500_000;

const exampleFiles = import.meta.glob<string>('./examples/*.txt', { query: '?raw', import: 'default' });

/** What stands in the field. */
interface Held {
  text: string;
  /** What is read in place of the text, a file or a long paste, and what it is called. */
  instead: { source: Source; name: string } | null;
}

const holdsNothing = ({ text, instead }: Held) => instead === null && text.trim() === '';

export class Input {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;
  readonly #clear: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #onSource: (source: Source | null) => void;
  /** What the empty field says. */
  readonly #invitation: string;
  #instead: Held['instead'] = null;
  /** What an example, a file, a long paste or Clear took the place of: no key of the browser brings that back. */
  #before: Held | null = null;
  #timer = 0;

  /**
   * @param onSource what to decode now; null when the reader took it away.
   * @param onFault what to say where something could not be fetched.
   */
  constructor(
    form: HTMLFormElement,
    onSource: (source: Source | null) => void,
    onFault: (text: string) => void = () => undefined,
  ) {
    this.#form = form;
    this.#field = form.querySelector('textarea')!;
    this.#clear = form.querySelector('[data-trace-clear]')!;
    this.#undo = form.querySelector('[data-trace-undo]')!;
    this.#onSource = onSource;
    this.#invitation = this.#field.placeholder;
    this.#listen(onFault);
    // A browser gives a field its text back when the reader returns to the page.
    if (this.#field.value) this.#send();
  }

  /** Decodes a text as if it had been pasted. */
  take(text: string): void {
    if (text.length <= mostShown) return this.#hold({ text, instead: null });
    this.#hold({
      text: '',
      instead: { source: { text }, name: `Pasted text, ${sizeOf(text.length)}` },
    });
  }

  takeFile(file: File): void {
    this.#hold({
      text: '',
      instead: { source: { file }, name: `${markedTurns(file.name)}, ${sizeOf(file.size)}` },
    });
  }

  get #held(): Held {
    return { text: this.#field.value, instead: this.#instead };
  }

  #hold(next: Held): void {
    const before = this.#held;
    this.#before = holdsNothing(before) ? null : before;
    this.#field.value = next.text;
    this.#name(next.instead);
    this.#send();
  }

  /** The empty field says what is read in its place. */
  #name(instead: Held['instead']): void {
    this.#instead = instead;
    this.#field.placeholder = instead?.name ?? this.#invitation;
  }

  #send(): void {
    clearTimeout(this.#timer);
    const { text, instead } = this.#held;
    const source = instead?.source ?? (text.trim() ? { text } : null);
    this.#clear.hidden = source === null;
    this.#undo.hidden = this.#before === null;
    this.#onSource(source);
  }

  #listen(onFault: (text: string) => void): void {
    const form = this.#form;
    this.#field.addEventListener('paste', (event) => {
      const data = event.clipboardData;
      const file = data?.files[0];
      const text = data?.getData('text') ?? '';
      if (!file && text.length <= mostShown) return;
      event.preventDefault();
      if (file) this.takeFile(file);
      else this.take(text);
    });
    this.#field.addEventListener('input', () => {
      // What was typed over is the browser's own to undo; a file that gave way to it is not.
      this.#before = this.#instead && { text: '', instead: this.#instead };
      this.#name(null);
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#send(), 200);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#clear.addEventListener('click', () => {
      this.#hold({ text: '', instead: null });
      this.#field.focus();
    });
    this.#undo.addEventListener('click', () => {
      if (this.#before) this.#hold(this.#before);
      this.#field.focus();
    });
    const picker = form.querySelector<HTMLInputElement>('[type="file"]')!;
    picker.addEventListener('change', () => {
      const file = picker.files?.[0];
      if (file) this.takeFile(file);
      // The same file may be chosen again.
      picker.value = '';
    });
    const choice = form.querySelector<HTMLSelectElement>('[data-trace-example]');
    // A choice alone changes nothing: on the way to the second example, arrow keys choose the first.
    form.querySelector('[data-trace-try]')?.addEventListener('click', () => {
      exampleFiles[`./examples/${choice?.value}.txt`]?.().then(
        (text) => this.take(text),
        () =>
          onFault('The example could not be loaded: the network may be gone. Try again once there is one.'),
      );
    });
    form.addEventListener('dragover', (event) => {
      event.preventDefault();
      form.classList.add('dragged');
    });
    for (const end of ['dragleave', 'drop'])
      form.addEventListener(end, () => form.classList.remove('dragged'));
    form.addEventListener('drop', (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      const text = event.dataTransfer?.getData('text');
      if (file) this.takeFile(file);
      else if (text) this.take(text);
    });
  }
}

/** A size as people read it. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
