/** Keeps the site for reading without a network, unless the reader turned that off or saves data. */
import { base } from '../frame/base.client.ts';

export const storageKey = 'offline';

/** Undefined where browsers have no workers: over plain http, as in an intranet, and in some private windows. */
export const workers = (): ServiceWorkerContainer | undefined =>
  'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

export function isTurnedOff(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'off';
  } catch {
    return false;
  }
}

export const register = () => workers()?.register(`${base}service-worker.js`, { scope: base });

/** Ends the worker of this site and deletes what it kept. */
export async function remove(): Promise<void> {
  const registration = await workers()?.getRegistration(base);
  for (const name of await caches.keys())
    if (name.endsWith(new URL(base, location.origin).href)) await caches.delete(name);
  await registration?.unregister();
}

const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
const later = (then: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(then, { timeout: 10_000 }) : setTimeout(then, 3000);

/** Registers when the page is there and the browser has nothing else to do. A host without the file is no error. */
export function registerLater(): void {
  if (!import.meta.env.PROD || !workers() || isTurnedOff() || connection?.saveData) return;
  const start = () => later(() => void register()?.catch(() => undefined));
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
