/** Takes the place of the service worker when a copy turns it off: ends itself in every browser that has one. */
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;
export {};

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      // Caches of other sites of the host, which carry their own scope in their name, stay.
      for (const name of await caches.keys())
        if (name.endsWith(self.registration.scope)) await caches.delete(name);
      await self.registration.unregister();
    })(),
  ),
);
