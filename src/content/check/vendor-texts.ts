/** What vendors print: with codes and causes that have pages, each once, and nothing that names the page by itself. */
import type { Model } from '../model.ts';
import { placeName } from '../places.ts';
import type { VendorText } from '../schemas/vendors.ts';
import { pathOfText } from '../vendor-notes.ts';
import type { Known } from './known.ts';
import { at, type Problem } from './problem.ts';

const keyOf = (say: Pick<VendorText, 'code' | 'cause' | 'place' | 'text' | 'subcode'>) =>
  [pathOfText(say), say.text?.toLowerCase(), say.subcode].join(' ');

export function checkVendorTexts(model: Model, known: Known): Problem[] {
  const problems: Problem[] = [];
  const phrases = new Map(model.codes.map(({ data }) => [data.code, data.phrase.toLowerCase()]));
  /** Of a page that could not be read, it is not known what stands on it. */
  const isPlace = (place: string) =>
    placeName(model, place) ?? (known.leads(place) && !placeName(model, place.replace(/#.*/, '')));
  for (const vendor of model.vendors) {
    const ofNotes = new Map(
      vendor.data.notes.flatMap(({ id, says }) =>
        says.map(({ code, phrase, subcode }) => [keyOf({ code, text: phrase, subcode }), id] as const),
      ),
    );
    const seen = new Set<string>();
    vendor.data.texts.forEach(({ says }, from) =>
      says.forEach((say, index) => {
        const path = ['texts', from, 'says', index];
        const { code, cause, place, text } = say;
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
        if (place !== undefined && !isPlace(place))
          problems.push(
            at(vendor, path, `leads to ${place}, which does not exist; correct it, or take the text out`),
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
