/** Logo and favicon of a copy: files of content/own, served from the copy itself. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ownFolder } from '../content/read.ts';
import { settings } from './settings.ts';

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

export interface Picture {
  name: string;
  type: string;
  /** Path of the site. */
  path: string;
}

const picture = (name: string | undefined): Picture | undefined =>
  name === undefined ? undefined : { name, type: types[extname(name)] ?? '', path: `/brand/${name}` };

export const logo = picture(settings.logo);
export const favicon: Omit<Picture, 'name'> = picture(settings.favicon) ?? {
  type: 'image/svg+xml',
  path: '/favicon.svg',
};

/** Every picture that the copy brings, each once. */
export const pictures = [
  ...new Map([logo, picture(settings.favicon)].flatMap((one) => (one ? [[one.name, one]] : []))).values(),
];

export const pictureBytes = ({ name }: Pick<Picture, 'name'>): Buffer =>
  readFileSync(join(process.cwd(), ownFolder, name));

/**
 * Width over height of a picture, so that its place is kept before it is there.
 * @param name of the file in content/own.
 * @throws if it is neither an SVG with a viewBox nor a PNG; the content check says so first.
 */
export function proportion(name: string, bytes: Buffer): number {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG')
    return bytes.readUInt32BE(16) / bytes.readUInt32BE(20);
  const [, width, height] =
    /viewBox\s*=\s*["']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(bytes.toString('utf8')) ??
    [];
  if (!Number(width) || !Number(height))
    throw new Error(`${ownFolder}/${name} has no viewBox; add it to the SVG`);
  return Number(width) / Number(height);
}
