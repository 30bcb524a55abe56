/** Keys of code pages stand in one order, so that diffs stay small. What keys there are is said by the schemas (validate.ts). */
import type { Content, Entry } from '../read.ts';
import { codeKeyOrder } from '../schemas/codes.ts';
import { at, type Problem } from './problem.ts';

function keyOrder(entry: Entry): Problem[] {
  const keys = Object.keys((entry.data ?? {}) as object).filter((key) => codeKeyOrder.includes(key));
  const wanted = [...keys].sort((a, b) => codeKeyOrder.indexOf(a) - codeKeyOrder.indexOf(b));
  const wrong = keys.find((key, place) => key !== wanted[place]);
  return wrong === undefined
    ? []
    : [at(entry, [wrong], `is out of order; the order is ${wanted.join(', ')}`)];
}

export function checkKeyOrder(content: Content): Problem[] {
  return content.codes.flatMap(keyOrder);
}
