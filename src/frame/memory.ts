/** Collects garbage where a stage of the build ends: what it leaves is large, and the next one needs the room. */
import type { AstroIntegration } from 'astro';

/** Nothing where the program runs without `--expose-gc` (frame/build.ts has it). */
const collect = (): void => {
  globalThis.gc?.();
};

/** Before the bundling, behind each bundle, and behind the pages. */
export function memory(): AstroIntegration {
  return {
    name: 'memory',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [{ name: 'memory', apply: 'build', closeBundle: collect }] } });
      },
      'astro:build:start': collect,
      'astro:build:generated': collect,
    },
  };
}
