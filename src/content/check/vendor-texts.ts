/** What vendors print: with codes and causes that have pages, each once, and nothing that names the page by itself. */
import type { Model } from '../model.ts';
import type { VendorText } from '../schemas/vendors.ts';
import type { Known } from './known.ts';
import { at, type Problem } from './problem.ts';

const keyOf = ({ code, cause, text, subcode }: Pick<VendorText, 'code' | 'cause' | 'text' | 'subcode'>) =>
  [code ?? `cause ${cause}`, text?.toLowerCase(), subcode].join(' ');

export function checkVendorTexts(model: Model, known: Known): Problem[] {
  const problems: Problem[] = [];
  const phrases = new Map(model.codes.map(({ data }) => [data.code, data.phrase.toLowerCase()]));
  for (const vendor of model.vendors) {
    const ofNotes = new Map(
      vendor.data.notes.flatMap(({ id, says }) =>
        says.map(({ code, phrase, subcode }) => [keyOf({ code, text: phrase, subcode }), id] as const),
      ),
    );
    const seen = new Set<string>();
    vendor.data.texts.forEach(({ says }, from) =>
      says.forEach((say, place) => {
        const path = ['texts', from, 'says', place];
        const { code, cause, text } = say;
        const key = keyOf(say);
        const note = ofNotes.get(key);
        if (code !== undefined && !known.hasCode(code))
          problems.push(
            at(vendor, path, `names ${code}, which has no page; correct it, or take the text out`),
          );
        if (cause !== undefined && !known.hasCause(cause))
          problems.push(
            at(
              vendor,
              path,
              `names cause ${cause}, which is not in content/causes.yaml; correct it, or take the text out`,
            ),
          );
        if (code !== undefined && text?.toLowerCase() === phrases.get(code))
          problems.push(
            at(vendor, path, `has the phrase of ${code} itself, which is found anyway; take it out`),
          );
        if (note) problems.push(at(vendor, path, `stands in note ${note} already; take it out here`));
        if (seen.has(key)) problems.push(at(vendor, path, 'stands here twice; take one out'));
        seen.add(key);
      }),
    );
  }
  return problems;
}
