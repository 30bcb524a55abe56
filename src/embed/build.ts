/** Builds the embed as a file of a fixed name, which other sites link to: /embed/v1.js. */
import type { Plugin } from 'vite';

const source = 'src/embed/v1.client.ts';
const fileName = 'embed/v1.js';

export function embed(): Plugin {
  return {
    name: 'embed',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      if (this.environment.mode === 'build') this.emitFile({ type: 'chunk', id: source, fileName });
    },
    // While pages are written, the source answers for the file.
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (request.url?.endsWith(`/${fileName}`)) request.url = request.url.replace(fileName, source);
        next();
      });
    },
  };
}
