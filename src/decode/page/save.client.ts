/** Gives the reader a file, and the clipboard a text. */
import { byHand, toClipboard } from '../../copy/clipboard.client.ts';
import { ladderFile, type Shape } from './ladder-picture.ts';

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function ladderSvg(shape: Shape, width: number): Blob {
  return new Blob([ladderFile(shape, width)], { type: 'image/svg+xml' });
}

/** The drawing at twice its size, sharp on screens and in documents. */
export async function ladderPng(shape: Shape, width: number): Promise<Blob> {
  const text = ladderFile(shape, width);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The drawing is too large.'))),
      'image/png',
    );
  });
}

/**
 * With HTML beside the text, for mail and ticket systems that take it.
 *
 * @throws if the reader closed the text that was shown for want of a clipboard, without copying it.
 */
export async function copy(text: string, html?: string): Promise<void> {
  const clip = { text, html };
  if (!(await toClipboard(clip)) && !(await byHand(clip, 'Copy the text'))) throw new Error('Not copied.');
}
