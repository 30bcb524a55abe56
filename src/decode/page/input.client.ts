/** Where a trace comes in: the text field, a paste, a dropped or chosen file, an example. */
import type { Source } from './messages.ts';

/** Characters that the text field shows; a longer paste is kept beside it, since a field of megabytes freezes the page. */
const mostShown = 500_000;

const exampleFiles = import.meta.glob<string>('./examples/*.txt', { query: '?raw', import: 'default' });

export class Input {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;
  readonly #clear: HTMLButtonElement;
  readonly #onSource: (source: Source | null) => void;
  /** What is read in place of the field's text: a file, or a long paste. */
  #instead: Source | null = null;
  #timer = 0;

  /** @param onSource what to decode now; null when the reader took it away. */
  constructor(form: HTMLFormElement, onSource: (source: Source | null) => void) {
    this.#form = form;
    this.#field = form.querySelector('textarea')!;
    this.#clear = form.querySelector('[data-trace-clear]')!;
    this.#onSource = onSource;
    this.#listen();
    // A browser gives a field its text back when the reader returns to the page.
    if (this.#field.value) this.#send();
  }

  /** Decodes a text as if it had been pasted. */
  take(text: string): void {
    if (text.length > mostShown) return this.#takeInstead({ text }, `Pasted text, ${sizeOf(text.length)}`);
    this.#instead = null;
    this.#field.value = text;
    this.#send();
  }

  takeFile(file: File): void {
    this.#takeInstead({ file }, `${file.name}, ${sizeOf(file.size)}`);
  }

  #takeInstead(source: Source, name: string): void {
    this.#field.value = '';
    this.#field.placeholder = name;
    this.#instead = source;
    this.#send();
  }

  #send(): void {
    clearTimeout(this.#timer);
    const text = this.#field.value;
    const source = this.#instead ?? (text.trim() ? { text } : null);
    this.#clear.hidden = source === null;
    this.#onSource(source);
  }

  #listen(): void {
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
      this.#instead = null;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#send(), 200);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#clear.addEventListener('click', () => {
      this.#instead = null;
      this.#field.value = '';
      this.#send();
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
    choice?.addEventListener('change', () => {
      const load = exampleFiles[`./examples/${choice.value}.txt`];
      choice.value = '';
      void load?.().then((text) => this.take(text));
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
      if (file) this.takeFile(file);
      else this.take(event.dataTransfer?.getData('text') ?? '');
    });
  }
}

/** A size as people read it. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
