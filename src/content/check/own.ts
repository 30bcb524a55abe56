/** What a copy names in content/own/ is there: pages it leaves out, its logo and favicon; and only a copy speaks for itself. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../model.ts';
import { isOwn, ownFolder } from '../read.ts';
import type { Known } from './known.ts';
import { at, type Problem } from './problem.ts';

/** Larger pictures would weigh more than the page they stand on. */
const largestPicture = 50_000;

/** What a picture must not hold: it is opened as a page of this host where somebody follows its address. */
const active = /<script|<foreignObject|\son\w+\s*=|javascript:/i;
const outside = /(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\/|@import/i;

function pictureFault(path: string): string | undefined {
  if (!existsSync(path)) return 'is not there; put the picture beside site.yaml, or correct the name';
  const { size } = statSync(path);
  if (!size) return 'is empty; put the picture there';
  if (size > largestPicture)
    return `has ${size.toLocaleString('en')} bytes, at most ${largestPicture.toLocaleString('en')}; make it smaller`;
  if (path.endsWith('.png'))
    return readFileSync(path).subarray(1, 4).toString('latin1') === 'PNG'
      ? undefined
      : 'is no PNG; save it as one';
  if (!path.endsWith('.svg')) return undefined;
  const text = readFileSync(path, 'utf8');
  if (!/<svg[\s>]/.test(text)) return 'is no SVG; save it as one';
  if (active.test(text)) return 'runs code; save it as a plain drawing';
  if (outside.test(text)) return 'asks another host for a part of it; put that part into the file';
  if (!/\sviewBox\s*=/.test(text)) return 'has no viewBox; add it, so that the picture can be scaled';
  return undefined;
}

function checkPictures({ content }: Model): Problem[] {
  const entry = content.ownSettings;
  const data = entry?.data as { logo?: unknown; favicon?: unknown } | null | undefined;
  if (!entry || !data) return [];
  return (['logo', 'favicon'] as const).flatMap((key) => {
    const name = data[key];
    if (typeof name !== 'string' || !/^[\w-]+\.\w+$/.test(name)) return [];
    const fault = pictureFault(join(content.root, ownFolder, name));
    return fault ? [at(entry, [key], `names ${name}, which ${fault}`)] : [];
  });
}

function checkOmitted({ content, omit, ...model }: Model): Problem[] {
  const entry = content.omit;
  if (!entry) return [];
  const gone = (key: string, place: number, what: string) =>
    at(entry, [key, place], `leaves out ${what}, which is not there; correct it, or take it out`);
  return [
    ...(omit.codes ?? []).flatMap((code, place) =>
      content.codes.some(({ id }) => id === String(code)) ? [] : [gone('codes', place, String(code))],
    ),
    ...(['guides', 'vendors'] as const).flatMap((key) =>
      (omit[key] ?? []).flatMap((id, place) =>
        content[key].some((one) => one.id === id) ? [] : [gone(key, place, `"${id}"`)],
      ),
    ),
    ...content.ownCases.flatMap(({ file, of }): Problem[] =>
      omit.codes?.includes(Number(of))
        ? [
            {
              file,
              line: 1,
              key: 'the file',
              message: `belongs to ${of}, which omit.yaml leaves out; keep one of the two`,
            },
          ]
        : [],
    ),
    ...model.ownNotes.flatMap(({ file, id }): Problem[] =>
      omit.vendors?.includes(id)
        ? [
            {
              file,
              line: 1,
              key: 'the file',
              message: `belongs to ${id}, which omit.yaml leaves out; keep one of the two`,
            },
          ]
        : [],
    ),
  ];
}

/** Where the owner of a copy is the source: in the copy only. */
function checkSpeaker(model: Model): Problem[] {
  return model.vendors
    .filter(({ file }) => !isOwn(file))
    .flatMap((vendor) =>
      vendor.data.notes.flatMap(({ source }, place) =>
        'own' in source
          ? [
              at(
                vendor,
                ['notes', place, 'source', 'own'],
                'names the company itself as the source, which only content/own may do; cite what can be read',
              ),
            ]
          : [],
      ),
    );
}

/** What content/site.yaml leaves to copies. */
function checkUpstream({ content }: Model): Problem[] {
  const entry = content.settings;
  const data = (entry?.data ?? {}) as Record<string, unknown>;
  return entry
    ? ['logo', 'favicon'].flatMap((key) =>
        data[key] === undefined
          ? []
          : [at(entry, [key], `names a picture of a copy; write it into ${ownFolder}/site.yaml`)],
      )
    : [];
}

/** Own settings and pages are where nobody could read over them. */
export function checkOwn(model: Model, known: Known): Problem[] {
  const problems = [
    ...checkPictures(model),
    ...checkOmitted(model),
    ...checkSpeaker(model),
    ...checkUpstream(model),
  ];
  const list = join(model.content.root, ownFolder, 'permalinks.txt');
  if (existsSync(list))
    readFileSync(list, 'utf8')
      .split('\n')
      .forEach((line, place) => {
        if (line && !/^\/(?:[\w.~-]+\/)*(?:#[\w.~-]+)?$/.test(line))
          problems.push({
            file: `${ownFolder}/permalinks.txt`,
            line: place + 1,
            key: `line ${place + 1}`,
            message: `is "${line}"; write a path of this site with a slash at both ends, without the base path`,
          });
        else if (
          line &&
          !known.leads(line) &&
          !known.redirects.some(({ from }) => from === line.replace(/#.*/, '') || from === line)
        )
          problems.push({
            file: `${ownFolder}/permalinks.txt`,
            line: place + 1,
            key: `line ${place + 1}`,
            message: `lists "${line}", which leads nowhere; bring it back, or lead it on in ${ownFolder}/redirects.yaml`,
          });
      });
  return problems;
}
