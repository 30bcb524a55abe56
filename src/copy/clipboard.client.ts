/**
 * Puts a text on the clipboard. Browsers offer their clipboard only to pages served over https; a copy of the site in
 * an intranet often is not, and a reader or a policy may refuse. Then the older way is tried, and after that the text
 * is shown, selected, for the reader to copy.
 */

export interface Clip {
  text: string;
  /** The same with links and lists. */
  html?: string | undefined;
}

/** @returns whether it is on the clipboard. Never throws. */
export async function toClipboard(clip: Clip): Promise<boolean> {
  // Undefined where the page came over plain http, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard)
    try {
      await offer(clipboard, clip);
      return true;
    } catch {
      // Refused; the older way may still be allowed.
    }
  return byCommand(clip);
}

async function offer(clipboard: Clipboard, { text, html }: Clip): Promise<void> {
  if (html === undefined) return clipboard.writeText(text);
  const flavour = (type: string, content: string) => [type, new Blob([content], { type })] as const;
  const both = [flavour('text/plain', text), flavour('text/html', html)];
  await clipboard.write([new ClipboardItem(Object.fromEntries(both))]);
}

/** Fills the clipboard of a copy that is under way, by key or command. */
function fill(event: ClipboardEvent, { text, html }: Clip): void {
  event.clipboardData?.setData('text/plain', text);
  if (html !== undefined) event.clipboardData?.setData('text/html', html);
  event.preventDefault();
}

/** `execCommand` is deprecated and everywhere; it is the only way over plain http. It copies what is selected. */
function byCommand(clip: Clip): boolean {
  const selection = getSelection();
  const before = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => selection!.getRangeAt(at));
  const something = document.createElement('span');
  something.textContent = 'x';
  something.style.position = 'fixed';
  something.style.opacity = '0';
  document.body.append(something);
  selection?.selectAllChildren(something);
  let filled = false;
  const listen = (event: ClipboardEvent) => {
    fill(event, clip);
    filled = true;
  };
  document.addEventListener('copy', listen, { once: true });
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    // Not allowed: the reader copies by hand.
  }
  document.removeEventListener('copy', listen);
  something.remove();
  selection?.removeAllRanges();
  for (const range of before) selection?.addRange(range);
  return done && filled;
}

/** A text without its blanks, which a browser shows as it sees fit. */
const letters = (text: string | undefined): string => (text ?? '').replace(/\s+/g, '');

/**
 * Shows a text, selected, for the reader to copy. Resolves when he closes it: whether he has copied.
 *
 * @param title what is copied.
 * @param rich the text with its links and lists, where it has some.
 */
export function byHand(clip: Clip, title: string, rich?: HTMLElement): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.dataset['byHand'] = '';
  dialog.ariaLabel = title;
  const key = navigator.userAgent.includes('Mac') ? '⌘C' : 'Ctrl-C';
  const hint = document.createElement('p');
  hint.append(
    `The browser does not let this page copy. The text is selected: press ${key}, or hold it and choose Copy.`,
  );
  const shown = rich ?? document.createElement('pre');
  if (!rich) shown.textContent = clip.text;
  const text = document.createElement('div');
  text.tabIndex = 0;
  text.append(shown);
  const close = document.createElement('button');
  close.append('Close');
  dialog.append(hint, text, close);
  document.body.append(dialog);
  let copied = false;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('copy', (event) => {
    // A part that the reader selected is his to copy.
    if (letters(getSelection()?.toString()) !== letters(shown.innerText)) return;
    fill(event, clip);
    copied = true;
    dialog.close();
  });
  dialog.showModal();
  text.focus();
  getSelection()?.selectAllChildren(shown);
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(copied);
    }),
  );
}
