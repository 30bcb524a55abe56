declare namespace App {
  interface Locals {
    /** Set by a code page for the components in its author's text, which the page cannot hand any props. */
    codePage?: {
      code: import('./content/model.ts').CodePage;
      /** What opens a section, below its heading, by the section's id. */
      openings: Record<string, typeof import('./components/RetryTable.astro').default>;
    };
  }
}
