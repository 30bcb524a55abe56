/** The switch of /offline/, and whether everything is kept. */
import { isTurnedOff, register, remove, storageKey, workers } from './register.client.ts';

const state = document.querySelector<HTMLElement>('[data-offline-state]')!;
const button = document.querySelector<HTMLButtonElement>('[data-offline-switch]')!;

function show(text: string, action?: string): void {
  state.textContent = text;
  button.hidden = action === undefined;
  button.textContent = action ?? '';
}

async function look(): Promise<void> {
  const found = await workers()!.getRegistration();
  if (found?.active) {
    show('The site is kept in this browser and opens without a network.', 'Turn off and delete');
  } else if (found && !isTurnedOff()) {
    show('The site is being fetched. It opens without a network when that is done.', 'Turn off and delete');
    const worker = found.installing ?? found.waiting;
    worker?.addEventListener('statechange', () => void look());
  } else show('Nothing is kept in this browser.', 'Keep the site in this browser');
}

button.addEventListener('click', async () => {
  button.disabled = true;
  const off = !isTurnedOff() && Boolean(await workers()!.getRegistration());
  try {
    if (off) {
      localStorage.setItem(storageKey, 'off');
      await remove();
    } else {
      localStorage.removeItem(storageKey);
      await register();
    }
    await look();
  } catch {
    show('This browser does not allow it here.', 'Try again');
  }
  button.disabled = false;
});

if (workers()) {
  void look();
  // The first visit registers when the page has loaded.
  void workers()!.ready.then(look);
} else show('This browser keeps nothing here: it does so for pages over https only.');
