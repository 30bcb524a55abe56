/** Makes the picture of a drawing: Satori lays it out and writes the letters as outlines, sharp paints it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import satori from 'satori';
import satoriPackage from 'satori/package.json' with { type: 'json' };
import sharp from 'sharp';
import { type Box, size } from './drawing.ts';

/** Atkinson Hyperlegible Next; see src/assets/fonts/LICENSE.txt. */
const fonts = (['', 'ext-'] as const).flatMap((letters) =>
  ([400, 600] as const).map((weight) => ({
    name: 'Text',
    weight,
    style: 'normal' as const,
    data: readFileSync(join(process.cwd(), `src/assets/fonts/text-${letters}${weight}.woff`)),
  })),
);

/** How drawings are painted. */
const png = { palette: true, dither: 0, effort: 1 } as const;

/** What a picture depends on beside its drawing. */
const hash = createHash('sha256').update(JSON.stringify([png, satoriPackage.version, sharp.versions]));
for (const { data } of fonts) hash.update(data);
const basis = hash.digest('hex');

/** Names a drawing by all that its picture depends on. */
export const nameOf = (drawing: Box, colours: number): string =>
  createHash('sha256')
    .update(basis)
    .update(JSON.stringify([drawing, colours]))
    .digest('hex');

/**
 * The drawing as PNG.
 * @param colours with their blends at the edges of letters; up to sixteen, half a byte holds a pixel.
 */
export async function picture(drawing: Box, colours: number): Promise<Buffer> {
  const svg = await satori(drawing, { ...size, fonts });
  return sharp(Buffer.from(svg))
    .png({ ...png, colours })
    .toBuffer();
}
