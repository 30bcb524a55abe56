/**
 * Fills outlines: how much of each pixel lies inside. Exact areas, as FreeType and font-rs add them up: every edge
 * leaves in its row what it covers to its right, and the sums along the row are the coverage.
 */

/** A step of an outline, in pixels with y downwards; curves are quadratic, as TrueType has them. */
export type Step =
  | { type: 'M'; values: [x: number, y: number] }
  | { type: 'L'; values: [x: number, y: number] }
  | { type: 'Q'; values: [cx: number, cy: number, x: number, y: number] }
  | { type: 'Z'; values: [] };

/** Pixels of a filled outline, from `left` and `top`; each from 0 to 255. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** An outline as straight edges. Curves are cut until they are a pixel long or so. */
function edgesOf(outline: readonly Step[]): [number, number, number, number][] {
  const edges: [number, number, number, number][] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    if (toY !== y) edges.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const { type, values } of outline) {
    if (type === 'M') [startX, startY, x, y] = [values[0], values[1], values[0], values[1]];
    else if (type === 'L') lineTo(...values);
    else if (type === 'Z') lineTo(startX, startY);
    else {
      const [fromX, fromY] = [x, y];
      const [cx, cy, toX, toY] = values;
      const parts = Math.max(
        2,
        Math.ceil(Math.sqrt(Math.hypot(fromX - 2 * cx + toX, fromY - 2 * cy + toY)) * 2),
      );
      for (let part = 1; part <= parts; part += 1) {
        const t = part / parts;
        const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
        lineTo(a * fromX + b * cx + c * toX, a * fromY + b * cy + c * toY);
      }
    }
  }
  return edges;
}

/**
 * Adds what the part of an edge within one row covers: `share` of the row's height, between `left` and `right`. In each
 * pixel it passes, what is right of its middle is covered, and from the next pixel on the rest.
 */
function addRow(sums: Float32Array, row: number, left: number, right: number, share: number): void {
  for (let pixel = Math.floor(left); pixel === Math.floor(left) || pixel < right; pixel += 1) {
    const from = Math.max(left, pixel);
    const to = Math.min(right, pixel + 1);
    const part = right > left ? (share * (to - from)) / (right - left) : share;
    const inside = part * (pixel + 1 - (from + to) / 2);
    sums[row + pixel]! += inside;
    sums[row + pixel + 1]! += part - inside;
  }
}

/** The filled outline; what is wound the other way is a hole. */
export function fill(outline: readonly Step[]): Coverage {
  const edges = edgesOf(outline);
  const xs = edges.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = edges.flatMap(([, y0, , y1]) => [y0, y1]);
  if (!edges.length) return { left: 0, top: 0, width: 0, height: 0, pixels: new Uint8Array() };
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  const width = Math.ceil(Math.max(...xs)) - left;
  const height = Math.ceil(Math.max(...ys)) - top;
  // An edge at the right end of a row adds to the two pixels behind it.
  const stride = width + 2;
  const sums = new Float32Array(stride * height);
  for (const [x0, y0, x1, y1] of edges) {
    const [fromX, fromY, toX, toY, sign] = y0 < y1 ? [x0, y0, x1, y1, 1] : [x1, y1, x0, y0, -1];
    const slope = (toX - fromX) / (toY - fromY);
    for (let row = Math.floor(fromY); row < toY; row += 1) {
      const [begin, end] = [Math.max(fromY, row), Math.min(toY, row + 1)];
      const at = (y: number) => fromX + (y - fromY) * slope - left;
      const [one, other] = [at(begin), at(end)];
      addRow(sums, (row - top) * stride, Math.min(one, other), Math.max(one, other), sign * (end - begin));
    }
  }
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1)
    for (let column = 0, sum = 0; column < width; column += 1) {
      sum += sums[row * stride + column] ?? 0;
      pixels[row * width + column] = Math.min(255, Math.round(Math.abs(sum) * 255));
    }
  return { left, top, width, height, pixels };
}
