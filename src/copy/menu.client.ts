/** The list of forms in which a page or a case can be copied, one for the whole page. */
import { within } from '../frame/base.client.ts';
import { isKind, kinds, type Kind } from './kinds.ts';
import { subjectOf } from './page-ticket.client.ts';
import { keptSystems } from '../systems/kept.client.ts';

/** What a reader turned off, kept in this browser. */
const switches = { commands: 'ticket-commands', keys: 'ticket-keys' };

function isOn(name: string): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

function turn(name: string, on: boolean): void {
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // Without storage it stays as it is.
  }
}

/** Whether the commands of the reader's systems go into a ticket. */
export const wantsCommands = (): boolean => isOn(switches.commands);
/** Whether single letters copy. */
export const keysAreOn = (): boolean => isOn(switches.keys);

function checkbox(name: string, text: string): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = isOn(name);
  box.addEventListener('change', () => turn(name, box.checked));
  label.append(box, text);
  return label;
}

function link(path: string, text: string): HTMLElement {
  const made = document.createElement('a');
  made.href = within(path);
  made.append(text);
  return made;
}

function choice(kind: Kind, choose: (kind: Kind) => void): HTMLElement {
  const { key, name } = kinds[kind];
  const button = document.createElement('button');
  button.dataset['kind'] = kind;
  const letter = document.createElement('kbd');
  letter.append(key.toUpperCase());
  letter.ariaHidden = 'true';
  button.ariaKeyShortcuts = key.toUpperCase();
  button.append(name, letter);
  button.addEventListener('click', () => choose(kind));
  return button;
}

/**
 * Opens the list below a button.
 *
 * @param section the case to copy; the page where there is none.
 * @param choose called with what the reader chose, after the list has closed.
 */
export function openMenu(
  button: HTMLElement,
  section: HTMLElement | undefined,
  choose: (kind: Kind) => void,
): void {
  const menu = document.createElement('div');
  menu.popover = 'auto';
  menu.dataset['copyMenu'] = '';
  menu.role = 'group';
  menu.ariaLabel = `Copy: ${subjectOf(section)}`;
  const systems = keptSystems().length;
  menu.append(
    ...Object.keys(kinds)
      .filter(isKind)
      .map((kind) =>
        choice(kind, (chosen) => {
          menu.hidePopover();
          choose(chosen);
        }),
      ),
    ...(section?.querySelector('[data-how]')
      ? [
          systems
            ? checkbox(switches.commands, 'With the commands of my systems')
            : link('/systems/', 'Choose my systems, to add their commands'),
        ]
      : []),
    // As everywhere, keys are named where there are keys.
    ...(matchMedia('(hover: none)').matches
      ? []
      : [checkbox(switches.keys, 'Keys T, R, M, L: case under the pointer or page')]),
    link('/guides/linking-tickets/', 'Link your tickets'),
  );
  button.after(menu);
  menu.addEventListener('toggle', (event) => {
    const open = event.newState === 'open';
    button.ariaExpanded = String(open);
    if (!open) menu.remove();
  });
  menu.showPopover();
  place(menu, button);
  menu.querySelector('button')?.focus();
}

/** Below the button and within the window; above it where there is no room below. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + 4;
  const top = below + height > innerHeight && from.top > height ? from.top - height - 4 : below;
  menu.style.left = `${Math.max(8, Math.min(from.left, document.documentElement.clientWidth - width - 8)) + scrollX}px`;
  menu.style.top = `${top + scrollY}px`;
}
