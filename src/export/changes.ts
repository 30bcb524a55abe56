/** What changed on which page, and when: for /changes/, its feed and the foot of each page. */
import type { Model } from '../content/model.ts';

export interface Change {
  /** Fragment on /changes/: the day and a number that counts from the first change of that day. */
  id: string;
  date: string;
  text: string;
  why?: string | undefined;
  /** Pages it concerns; none where it concerns the whole site. */
  pages: { path: string; name: string }[];
}

type Named = Pick<Model, 'changes' | 'byCode' | 'guides' | 'causeByNumber' | 'vendorById'>;

/** What a page is called in a list of changes. */
function nameOf({ guides, causeByNumber, vendorById }: Named, path: string): string {
  const [, folder = '', id = ''] = /^\/([\w-]+)\/([\w-]+)\/$/.exec(path) ?? [];
  const found = {
    guides: () => guides.find((guide) => guide.id === id)?.data.title,
    q850: () => causeByNumber.has(Number(id)) && `Q.850 cause ${id}`,
    vendors: () => vendorById.get(id)?.data.name,
  }[folder];
  return found?.() || path;
}

/** Every change, newest first. */
export function changesOf(model: Named): Change[] {
  const { byCode } = model;
  // A copy's own changes stand in a file of their own.
  const changes = [...model.changes].sort((a, b) => b.date.localeCompare(a.date));
  return changes.map(({ date, codes, pages = [], text, why }, at) => {
    // Later changes of a day stand above: counted from below, an id stays what it is.
    const number = changes.slice(at).filter((other) => other.date === date).length;
    return {
      id: `${date}-${number}`,
      date,
      text,
      why,
      pages: [
        ...codes.map((code) => ({
          path: `/${code}/`,
          name: [code, byCode.get(code)?.data.phrase].filter(Boolean).join(' '),
        })),
        ...pages.map((path) => ({ path, name: nameOf(model, path) })),
      ],
    };
  });
}

/** Changes of one page, newest first; those of the whole site are none of its own. */
export function historyOf(model: Named, path: string): Change[] {
  return changesOf(model).filter(({ pages }) => pages.some((page) => page.path === path));
}
