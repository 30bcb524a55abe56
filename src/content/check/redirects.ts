/** Redirects lead from an address that is free to one that is there, in one step. */
import type { Known } from './known.ts';
import { at, type Problem } from './problem.ts';
import { splitAddress } from './routes.ts';

/** An address as it is kept: a path that begins and ends in a slash, perhaps with a fragment. */
const form = /^\/(?:[\w.~-]+\/)*(?:#[\w.~-]+)?$/;

export function checkRedirects({ redirects, routes, leads, leftOut }: Known): Problem[] {
  const problems: Problem[] = [];
  const byFrom = new Map<string, number>();
  redirects.forEach(({ from, to, entry }, place) => {
    const say = (key: string, message: string) => problems.push(at(entry, [key], message));
    let wellFormed = true;
    for (const [key, address] of Object.entries({ from, to }))
      if (!form.test(address)) {
        wellFormed = false;
        say(
          key,
          `is "${address}"; write a path of this site with a slash at both ends, such as /403/ or /403/#no-credit, without the base path`,
        );
      }
    if (!wellFormed) return;
    const first = byFrom.get(from);
    if (first !== undefined) say('from', `leads "${from}" on a second time; keep one entry`);
    else byFrom.set(from, place);
    if (from === to) {
      say('to', `leads "${from}" to itself; write where it moved`);
      return;
    }
    const source = splitAddress(from);
    const page = routes.get(source.path);
    // A page that a copy leaves out may lead to one of its own.
    if (page && !leftOut.has(source.path) && (!source.fragment || page.fragments.has(source.fragment)))
      say(
        'from',
        `takes the place of "${from}", which exists; remove the redirect, or give the page or section another address`,
      );
    else if (source.fragment && !leads(source.path) && !redirects.some((one) => one.from === source.path))
      say('from', `is a section of "${source.path}", which is no page; lead the whole page on instead`);
    const seen = [from];
    let next = redirects.find((one) => one.from === to);
    while (next && !seen.includes(next.from)) {
      seen.push(next.from);
      next = redirects.find((one) => one.from === next?.to);
    }
    if (next) {
      // One circle is one problem, said at the first of its entries.
      if (redirects.findIndex((one) => seen.includes(one.from)) === place)
        say(
          'to',
          `goes round in a circle: ${[...seen, next.from].join(' → ')}; lead it to a page that exists`,
        );
    } else if (seen.length > 1)
      say(
        'to',
        `leads to "${to}", which moved itself; lead it to "${redirects.find((one) => one.from === seen.at(-1))?.to}"`,
      );
    else if (!leads(to))
      say(
        'to',
        `leads to "${to}", which does not exist; write the address of a page or section that is there`,
      );
  });
  return problems;
}
