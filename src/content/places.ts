/** Places that other files lead to by their address: pages, their cases, and parts of guides. */
import type { Model } from './model.ts';

/**
 * What a place is called, with the page it stands on: `200 OK: No audio at all`.
 * @param address `/200/#no-audio`, `/q850/17/#on-a-call`, `/guides/tls/`.
 * @returns undefined where the address is of no code, guide or cause, or of a part that has no title.
 */
export function placeName(
  model: Pick<Model, 'codes' | 'guides' | 'q850'>,
  address: string,
): string | undefined {
  const [path, id] = address.split('#');
  const pages = [
    ...model.codes.map(({ data, body }) => ({
      path: `/${data.code}/`,
      name: `${data.code} ${data.phrase}`,
      body,
    })),
    ...model.guides.map(({ id: guide, data, body }) => ({
      path: `/guides/${guide}/`,
      name: data.title,
      body,
    })),
    ...model.q850.map(({ data, body }) => ({
      path: `/q850/${data.cause}/`,
      name: `Cause ${data.cause}`,
      body,
    })),
  ];
  const page = pages.find((one) => one.path === path);
  if (!page || !id) return page?.name;
  const place = [...page.body.cases, ...page.body.parts].find((one) => one.id === id);
  return place && `${page.name}: ${place.title}`;
}
