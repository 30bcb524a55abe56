/**
 * Check 6: every page reaches the standard: cases, ladder, example message, sources. Exemptions are listed here with
 * their reason, and one that is no longer needed is a problem itself.
 */
import type { Problem } from '../read.ts';
import { codeHeadings } from './pages.ts';
import type { Model } from '../model.ts';

/** Codes that support meets every week: three cases or more. */
const common = new Set([
  100, 180, 181, 182, 183, 199, 200, 202, 204, 300, 301, 302, 305, 380, 400, 401, 402, 403, 404, 405, 406,
  407, 408, 410, 413, 415, 416, 420, 421, 422, 423, 428, 433, 436, 437, 438, 480, 481, 482, 483, 484, 485,
  486, 487, 488, 489, 491, 500, 501, 502, 503, 504, 505, 513, 580, 600, 603, 604, 606, 607, 608,
]);

type Minimum = 'cases' | 'ladder' | 'example' | 'sources' | 'sections';

/** What a page need not have, and why. */
export const exemptions: { code: number; minimum: Minimum; why: string }[] = [
  {
    code: 505,
    minimum: 'cases',
    why: 'Two searches of public threads and documentation found no third situation.',
  },
];

function shortfalls({ data, body }: Model['codes'][number], exampleIds: Set<string>): [Minimum, string][] {
  const found: [Minimum, string][] = [];
  const wanted = common.has(data.code) ? 3 : 1;
  if (body.cases.length < wanted)
    found.push([
      'cases',
      `has ${body.cases.length} cases, the standard is ${wanted}; add what the field knows, or exempt the code in src/content/check/minimums.ts`,
    ]);
  const onTheWire = ['registered', 'deprecated', 'obsolete'].includes(data.status);
  if (onTheWire && !body.elements.some(({ name }) => name === 'Ladder'))
    found.push(['ladder', 'has no <Ladder>; show the flow in which the code appears']);
  if (
    onTheWire &&
    ![...exampleIds].some((id) => id.startsWith(`${data.code}-`) && !id.startsWith(`${data.code}-request-`))
  )
    found.push([
      'example',
      `shows no message of ${data.code}; add content/examples/${data.code}-….sip and <SipMessage>`,
    ]);
  const sources = new Set([...data.defined, ...data.sources, ...body.citations.map(({ id }) => id)]);
  if (sources.size < (data.status === 'vendor' ? 1 : 2))
    found.push(['sources', 'rests on fewer than two sources; cite where its facts come from']);
  const missing = codeHeadings.filter((heading) => !body.headings.some(({ text }) => text === heading));
  if (missing.length)
    found.push(['sections', `lacks ${missing.map((heading) => `"## ${heading}"`).join(', ')}`]);
  return found;
}

export function checkMinimums(model: Model): Problem[] {
  const problems: Problem[] = [];
  const needed = new Set<string>();
  for (const page of model.codes) {
    const shown = new Set(
      page.body.elements
        .filter(({ name }) => name === 'SipMessage')
        .map(({ attributes }) => String(attributes['file'] ?? '')),
    );
    for (const [minimum, message] of shortfalls(page, shown)) {
      needed.add(`${page.data.code} ${minimum}`);
      if (!exemptions.some((one) => one.code === page.data.code && one.minimum === minimum))
        problems.push({ file: page.file, key: minimum, message });
    }
  }
  for (const { code, minimum } of exemptions)
    if (model.codes.some(({ data }) => data.code === code) && !needed.has(`${code} ${minimum}`))
      problems.push({
        file: 'src/content/check/minimums.ts',
        key: `${code} ${minimum}`,
        message: 'is an exemption that is no longer needed; remove it',
      });
  for (const { file, data } of model.vendors)
    if (!data.notes.length)
      problems.push({ file, key: 'notes', message: 'has no note; a vendor without one has no page' });
  return problems;
}
