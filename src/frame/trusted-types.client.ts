/**
 * Trusted Types: the policy of every page lets no string become markup or a script. Three scripts are named by strings,
 * the workers of the decoder and of full text, and the service worker. This says which addresses pass, and nothing else
 * does. It is the browser’s default policy, because Vite writes the addresses of the first two.
 */
import { base } from './base.client.ts';
import { isOwnWorker } from './own-worker.ts';

/** As far as it is used here; browsers without Trusted Types have none. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL: (url: string) => string | undefined }): unknown;
}

(window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL: (url) =>
    isOwnWorker(new URL(url, document.baseURI), location.origin, base) ? url : undefined,
});
