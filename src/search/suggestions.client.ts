/** Makes a search box answer as one types: a combobox. What it shows is decided in suggestions.ts. */
import styles from './suggestions.css?url';
import { toClipboard } from '../copy/clipboard.client.ts';
import { shortLink } from '../copy/kinds.ts';
import { within } from '../frame/base.client.ts';
import type { BoxContent } from './box-content.ts';
import { copiedName, isCopied, ticketOf } from './copied.ts';
import { dimCodes } from './dim-codes.client.ts';
import { element } from '../frame/element.client.ts';
import { letterOf } from '../frame/keys.ts';
import { loadFinder, loadGists, loadLanguages, loadPrinted, loadSymptoms } from './engine.client.ts';
import { canOpen, go, handOver, handSaid, keepingFilters, sayNoNetwork } from './hand-over.client.ts';
import { clearRecent, recent, remember } from './recent.client.ts';
import { SuggestionList } from './suggestion-list.client.ts';
import {
  answersView,
  type Decoder,
  failedView,
  logView,
  type Option,
  recentView,
  searchOption,
  type View,
} from './suggestions.ts';
import { readLog } from './read-log.client.ts';

/** How long Enter waits for the index before it leads to the results instead. Milliseconds. */
const patience = 1500;

const wait = (time: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), time));

/**
 * Called once for each box.
 * @param content what stands in the box.
 * @returns what to call when that has changed, and on Enter.
 */
export function suggest(
  box: HTMLInputElement,
  content: () => BoxContent,
): { update(): void; enter(): Promise<void> } {
  // The styles of the suggestions come with them, not with the page.
  document.head.append(element('link', { rel: 'stylesheet', href: styles }));
  box.setAttribute(
    'aria-description',
    'Arrow keys choose, Enter opens; with an answer chosen, T copies it for a ticket and L its link.',
  );
  const form = box.form!;
  const { decoder: path } = form.dataset;
  const decoder: Decoder | undefined = path ? { path } : undefined;
  const popup = form.querySelector<HTMLElement>('.suggestions')!;
  const status = form.querySelector<HTMLElement>('[role=status]')!;
  const say = (text: string) => {
    status.textContent = text;
  };
  const list = new SuggestionList(box, popup, say, () => {
    clearRecent();
    list.close();
    box.focus();
  });
  let running = new AbortController();
  /** What stood in the box when an option was chosen: whoever types on since has chosen none. */
  let chosenAt: string | undefined;

  /** Ends what is under way: its answers come too late. */
  function restart(): AbortSignal {
    running.abort();
    running = new AbortController();
    return running.signal;
  }

  function show(view: View, text: string): void {
    list.show(view, chosenAt === box.value);
    // The same words set again may be read out again.
    if (!list.isTelling && status.textContent !== view.said) status.textContent = view.said;
    dimCodes(text, view.codes);
  }

  async function update(): Promise<void> {
    const signal = restart();
    const asked = content();
    if (!asked.text) return show(recentView(recent()), '');
    try {
      if (asked.log) {
        const answers = await readLog(asked.log);
        if (!signal.aborted) show(logView(asked, answers, decoder), asked.text);
        return;
      }
      const finder = await loadFinder();
      if (signal.aborted) return;
      show(answersView(asked, finder, false), asked.text);
      // Symptoms join as soon as they are there.
      await loadSymptoms().catch(() => undefined);
      if (signal.aborted) return;
      show(answersView(asked, finder, true), asked.text);
      // What changes them or is told of them; none waits for another.
      const more = [loadLanguages(asked.text), loadPrinted(), loadGists()].map(async (loading) => {
        const isNew = await loading.catch(() => false);
        if (isNew && !signal.aborted) show(answersView(asked, finder, true), asked.text);
      });
      await Promise.all(more);
    } catch {
      if (!signal.aborted) show(failedView(asked, decoder), '');
    }
  }

  async function open(option: Option): Promise<void> {
    // Nothing is handed over to a page that cannot be opened.
    if (!(await canOpen(option.path))) return sayNoNetwork(box);
    // On the results page the query changes in place.
    restart();
    list.close();
    if (option.handOver !== undefined) handOver(option.handOver);
    else if (!content().pasted) remember(content().text);
    if (option.said !== undefined) handSaid(option.path, option.said);
    go(option.said === undefined ? keepingFilters(option.path) : `${option.path}#which`);
  }

  /** Where Enter leads when no option is chosen. */
  async function decide(asked: BoxContent): Promise<Option> {
    // A log goes on as a whole, whatever is in it.
    if (asked.log) return searchOption(asked, decoder);
    try {
      const late = wait(patience);
      const finder = await Promise.race([loadFinder(), late]);
      // Of several words some may tell which case it is, which is known with the symptoms.
      if (asked.text.includes(' ')) await Promise.race([loadSymptoms().catch(() => undefined), late]);
      const { enter: where } = finder ? answersView(asked, finder, true) : failedView(asked);
      return where.to === 'page' ? where.option : searchOption(asked);
    } catch {
      return searchOption(asked);
    }
  }

  async function enter(): Promise<void> {
    const asked = content();
    if (list.chosen && chosenAt === box.value) return await open(list.chosen);
    if (!asked.text) return;
    await open(await decide(asked));
  }

  /**
   * T and L copy what the arrow keys chose. With nothing chosen they are letters like all others, and so they are for
   * whoever went on typing since.
   */
  function copyChosen(letter: string): boolean {
    const { chosen } = list;
    const kind = { t: 'ticket', l: 'link' }[letter];
    if (!chosen || !kind || chosenAt !== box.value || !isCopied(chosen)) return false;
    const url = new URL(within(chosen.path), location.origin).href;
    void Promise.all([loadFinder(), loadGists().catch(() => undefined)])
      .then(([finder]) => {
        const link = chosen.isCase ? shortLink(url) : url;
        const phrase = finder.phraseOf(chosen.path) ?? '';
        const gist = finder.answerAt(chosen.path, '')?.gist ?? '';
        return toClipboard({ text: kind === 'link' ? link : ticketOf(chosen, { url, gist, phrase }) });
      })
      .catch(() => false)
      .then((done) =>
        done
          ? list.say(
              `Copied: ${kind === 'link' ? 'the link of' : 'the text for a ticket about'} ${copiedName(chosen)}.`,
            )
          : list.say('The browser did not allow copying.'),
      );
    return true;
  }

  box.addEventListener('keydown', (event) => {
    // Keys that choose among characters are the input method's.
    if (event.isComposing) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey && copyChosen(letterOf(event)))
      return event.preventDefault();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.isOpen) {
        list.move(event.key);
        chosenAt = box.value;
      } else void update();
    } else if (event.key === 'Escape') {
      // With no list open, it leads back to where the box was asked for (palette.client.ts).
      if (!list.isOpen && (box.closest('dialog') || box.dataset['brought'] !== undefined)) return;
      // Once closes the list, once more empties the box, as in the search fields of browsers.
      if (!list.isOpen && box.value) {
        box.value = '';
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      event.preventDefault();
      restart();
      list.close();
    } else if (event.key === 'Home' || event.key === 'End') list.close();
  });
  // Keeps the focus in the box, so that the list does not close under the pointer.
  popup.addEventListener('pointerdown', (event) => {
    if (list.optionAt(event.target)) event.preventDefault();
  });
  popup.addEventListener('click', (event) => {
    const option = list.optionAt(event.target);
    // A click that opens another tab is the browser's own affair. Nothing can be handed over to one: what was pasted opens here.
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!option || (isElsewhere && option.handOver === undefined)) return;
    event.preventDefault();
    void open(option);
  });
  popup.addEventListener('auxclick', (event) => {
    const option = list.optionAt(event.target);
    if (event.button !== 1 || option?.handOver === undefined) return;
    event.preventDefault();
    void open(option);
  });
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) list.close();
  });
  return { update: () => void update(), enter };
}
