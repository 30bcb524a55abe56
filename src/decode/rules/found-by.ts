/** For tests: what one rule finds in a flow. */
import { expect } from 'vitest';
import { decodeTrace } from '../decode.ts';
import { sampleTrace } from '../sample-flow.ts';
import { callView } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** @param flow as `sampleTrace` takes it. */
export function foundBy(rule: Rule, flow: string): Found[] {
  const trace = decodeTrace(sampleTrace(flow));
  const found = trace.calls.flatMap((_call, index) => {
    const view = callView(trace, index);
    return view ? rule.look(view) : [];
  });
  for (const { case: permalink } of found) expect(rule.cases).toContain(permalink);
  return found;
}
