import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { model } from '../content/model.ts';
import { cards } from './card.ts';
import { orderOf } from './order.ts';
import { shortAddresses } from './short-address.ts';
import { scriptText, structuredData } from './structured-data.ts';
import { writeCards } from './write-cards.ts';
import { linesOf, widthOf } from './letters.ts';
import { fill, type Step } from './raster.ts';

const site = model();
const all = cards(site);
const card = (page: string) => {
  const found = all.find((one) => one.page === page);
  if (!found) throw new Error(`no card for ${page}`);
  return found;
};

it('every code, every cause and every case has a card, each at its own address', () => {
  const pages = all.map(({ page }) => page);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages).toEqual(
    expect.arrayContaining([
      '/',
      ...site.codes.map(({ data }) => `/${data.code}/`),
      ...site.causes.map(({ cause }) => `/q850/${cause}/`),
      ...shortAddresses(site).map(({ path }) => path),
    ]),
  );
});

it('a code shows who can have said it, a case how it is told apart', () => {
  expect(
    card('/403/')
      .stops?.filter(({ says }) => says === 'usual')
      .map(({ label }) => label),
  ).toEqual(['Your PBX', 'SBC', 'Provider']);
  expect(card('/403/no-credit/')).toMatchObject({
    number: '403',
    case: 'The account has no credit',
    text: expect.stringMatching(/^Every charged call is refused/),
    foot: 'Who acts: account holder',
  });
});

it('a short address leads to the fragment of its case', () =>
  expect(shortAddresses(site).find(({ path }) => path === '/403/no-credit/')).toMatchObject({
    to: '/403/#no-credit',
    title: '403 Forbidden: The account has no credit',
  }));

const folder = mkdtempSync(join(tmpdir(), 'cards-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('paints a card in the colours of a copy', async () => {
  const one = { ...site, codes: site.codes.filter(({ data }) => data.code === 199), causes: [], q850: [] };
  await writeCards(orderOf({ ...one, theme: { 'class-1': { light: '#0000ff' } } }, folder));
  const { dominant } = await sharp(join(folder, '199/card.png'))
    .extract({ left: 4, top: 300, width: 8, height: 8 })
    .stats();
  expect(dominant.b).toBeGreaterThan(200);
});

it('no text leaves a card, whatever is written on it', () => {
  const long = 'The proxy-to-registrar connection was closed. '.repeat(4).trim();
  for (const lines of [linesOf(long, { size: 30 }, 600), linesOf(long, { size: 60, weight: 600 }, 600)]) {
    expect(lines.join(' ').replaceAll('- ', '-')).toBe(long);
    expect(lines.length).toBeGreaterThan(2);
  }
  expect(
    Math.max(...linesOf(long, { size: 30 }, 600).map((line) => widthOf(line, { size: 30 }))),
  ).toBeLessThanOrEqual(600);
});

it('letters of other alphabets than English stand on a card, and some stand closer together', () => {
  const size = 100;
  expect(widthOf('Ň', { size })).not.toBe(widthOf('\u{10ffff}', { size }));
  expect(widthOf('To', { size })).toBeLessThan(widthOf('T', { size }) + widthOf('o', { size }));
});

describe('a filled outline', () => {
  const square = (from: number, to: number, back = false): Step[] => {
    const corners: [number, number][] = [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ];
    if (back) corners.reverse();
    return [
      ...corners.map((values, at): Step => (at ? { type: 'L', values } : { type: 'M', values })),
      { type: 'Z', values: [] },
    ];
  };

  it('covers a pixel by as much as lies in it', () => {
    const { left, width, pixels } = fill(square(0.5, 2.25));
    expect({ left, width }).toEqual({ left: 0, width: 3 });
    expect([...pixels]).toEqual([64, 128, 32, 128, 255, 64, 32, 64, 16]);
  });

  it('leaves out what is wound the other way', () => {
    const { pixels } = fill([...square(0, 3), ...square(1, 2, true)]);
    expect([...pixels]).toEqual([255, 255, 255, 255, 0, 255, 255, 255, 255]);
  });

  it('follows a curve', () => {
    const half: Step[] = [
      { type: 'M', values: [0, 0] },
      { type: 'Q', values: [0, 30, 30, 30] },
      { type: 'L', values: [0, 30] },
      { type: 'Z', values: [] },
    ];
    const covered = fill(half).pixels.reduce((sum, pixel) => sum + pixel / 255, 0);
    // A sixth of the square lies behind the parabola.
    expect(covered).toBeCloseTo(150, -1);
  });
});

describe('structured data', () => {
  const home = 'https://support.example.com/docs/sip/';
  const page = {
    url: `${home}403/`,
    title: '403 Forbidden',
    description: 'Refused; `Reason` may say why.',
    image: `${home}403/card.png`,
    site: { name: 'SIP help', url: home },
  };

  it('names an article with all that search engines ask for, and the way to it', () =>
    expect(
      structuredData({
        ...page,
        article: { reviewed: '2026-11-26' },
        trail: { above: [[home, 'Codes']], here: '403' },
      }),
    ).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'TechArticle',
          headline: '403 Forbidden',
          description: 'Refused; Reason may say why.',
          url: `${home}403/`,
          image: `${home}403/card.png`,
          dateModified: '2026-11-26',
          author: { '@type': 'Organization', name: 'SIP help', url: home },
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: 'Codes', item: home },
            { '@type': 'ListItem', position: 2, name: '403' },
          ],
        },
      ],
    }));

  it('says nothing where there is nothing to say', () => expect(structuredData(page)).toBeUndefined());

  it('cannot end the script element that it stands in', () => {
    const data = structuredData({ ...page, title: '</script><b>', article: {} });
    const text = data && scriptText(data);
    expect(text).not.toContain('<');
    expect(JSON.parse(text ?? '')).toMatchObject({ '@graph': [{ headline: '</script><b>' }] });
  });
});
