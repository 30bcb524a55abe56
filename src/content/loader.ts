/** Gives Astro's content layer the pages of the model, so that nothing is read or validated a second time. */
import type { Loader } from 'astro/loaders';
import { model, type PageCollection } from './model.ts';

/** A loader for the MDX pages of one folder of content/. */
export function pages(collection: PageCollection): Loader {
  return {
    name: `content/${collection}`,
    load: async ({ store, generateDigest }) => {
      const { [collection]: entries, content } = model();
      const before = new Set(store.keys());
      for (const { id, file, data } of entries) {
        before.delete(id);
        store.set({
          id,
          data: { ...data },
          filePath: file,
          digest: generateDigest(content.texts.get(file) ?? ''),
          // The page imports the MDX file when it is rendered; the text is not kept here.
          deferredRender: true,
        });
      }
      for (const id of before) store.delete(id);
    },
  };
}
