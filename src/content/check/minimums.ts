/** Every page reaches the standard: cases, ladder, example message, sources. Exemptions are in content/policy.yaml. */
import type { CodePage, Model } from '../model.ts';
import type { Policy } from '../schemas/policy.ts';
import type { Typed } from '../validate.ts';
import { codeHeadings } from './pages.ts';
import { at, type Problem } from './problem.ts';

type Minimum = Policy['exemptions'][number]['minimum'];

/** Example files that a page shows. */
const shownBy = ({ body }: CodePage) =>
  body.elements
    .filter(({ name }) => name === 'SipMessage')
    .map(({ attributes }) => String(attributes['file'] ?? ''));

function shortfalls(page: CodePage, common: ReadonlySet<number>): [Minimum, string][] {
  const { data, body } = page;
  const found: [Minimum, string][] = [];
  const wanted = common.has(data.code) ? 3 : 1;
  if (body.cases.length < wanted)
    found.push([
      'cases',
      `has ${body.cases.length} cases, the standard is ${wanted}; add what the field knows, or exempt the code in content/policy.yaml`,
    ]);
  const onTheWire = ['registered', 'deprecated', 'obsolete'].includes(data.status);
  if (onTheWire && !body.elements.some(({ name }) => name === 'Ladder'))
    found.push(['ladder', 'has no <Ladder>; show the flow in which the code appears']);
  if (
    onTheWire &&
    !shownBy(page).some((id) => id.startsWith(`${data.code}-`) && !id.startsWith(`${data.code}-request-`))
  )
    found.push([
      'example',
      `shows no message of ${data.code}; add content/examples/${data.code}-….sip and <SipMessage>`,
    ]);
  const sources = new Set([...data.defined, ...data.sources, ...body.citations.map(({ id }) => id)]);
  if (sources.size < (data.status === 'vendor' ? 1 : 2))
    found.push(['sources', 'rests on fewer than two sources; cite where its facts come from']);
  const missing = codeHeadings.filter((heading) => !body.headings.some(({ text }) => text === heading));
  // A heading with another wording is reported as such.
  if (missing.length && !body.headings.some(({ depth, text }) => depth === 2 && !codeHeadings.includes(text)))
    found.push([
      'sections',
      `lacks ${missing.map((heading) => `"## ${heading}"`).join(', ')}; add what is missing`,
    ]);
  return found;
}

export function checkMinimums(model: Model, policy: Typed<Policy>): Problem[] {
  const problems: Problem[] = [];
  const needed = new Set<string>();
  const { common, exemptions } = policy.data;
  for (const page of model.codes.filter(({ id, data }) => id === String(data.code)))
    for (const [minimum, message] of shortfalls(page, new Set(common))) {
      needed.add(`${page.data.code} ${minimum}`);
      if (!exemptions.some((one) => one.code === page.data.code && one.minimum === minimum))
        problems.push({ file: page.file, line: 1, key: minimum, message });
    }
  exemptions.forEach(({ code, minimum }, place) => {
    if (model.byCode.get(code)?.id === String(code) && !needed.has(`${code} ${minimum}`))
      problems.push(
        at(
          policy,
          ['exemptions', place],
          `exempts ${code} from ${minimum}, which is no longer needed; remove it`,
        ),
      );
  });
  for (const vendor of model.vendors)
    if (!vendor.data.notes.length && !vendor.data.texts.length)
      problems.push(at(vendor, ['notes'], 'has neither note nor text; add one, or remove the file'));
  return problems;
}
