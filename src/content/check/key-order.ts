/** Check 1: keys stand in one order, so that diffs stay small. What keys there are is said by the schemas (validate.ts). */
import type { Content, Entry, Problem } from '../read.ts';
import { codeKeyOrder } from '../schemas/codes.ts';

function keyOrder(entry: Entry): Problem[] {
  const keys = Object.keys((entry.data ?? {}) as object).filter((key) => codeKeyOrder.includes(key));
  const wanted = [...keys].sort((a, b) => codeKeyOrder.indexOf(a) - codeKeyOrder.indexOf(b));
  const wrong = keys.findIndex((key, at) => key !== wanted[at]);
  return wrong < 0
    ? []
    : [
        {
          file: entry.file,
          key: keys[wrong] ?? '',
          message: `is out of order; the order is ${wanted.join(', ')}`,
        },
      ];
}

export function checkKeyOrder(content: Content): Problem[] {
  return content.codes.flatMap(keyOrder);
}
