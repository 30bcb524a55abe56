/** For tests of how a cost grows. */
import { expect } from 'vitest';

/**
 * Milliseconds of processor time that `work` takes. Unlike the time on the wall it does not count what other programs
 * take meanwhile.
 */
function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds that the smaller run must take: below, start-up and the garbage of others weigh more than the work. */
const enough = 30;

/**
 * Expects that eight times the size takes about eight times as long: three times that is room for a busy machine, and
 * quadratic work takes sixty-four.
 * @param make the input of a size.
 * @param most the largest size for the smaller run, which is repeated instead of made larger: with tens of megabytes,
 * memory takes more time than the work does. Less, where a limit of the code cuts off what is eight times larger.
 */
export function expectLinear<Input>(
  make: (size: number) => Input,
  run: (input: Input) => unknown,
  most = 2 ** 15,
): void {
  let size = Math.min(64, most);
  let turns = 1;
  const time = (input: Input) =>
    cpuTime(() => {
      for (let turn = 0; turn < turns; turn += 1) run(input);
    });
  let small = 0;
  for (;;) {
    const input = make(size);
    small = time(input);
    // The first of the runs may be the one in which the code was compiled, so that the least of three counts.
    if (small >= enough) small = Math.min(small, time(input), time(input));
    if (small >= enough) break;
    if (size * 2 <= most) size *= 2;
    else turns *= 2;
  }
  const limit = small * 8 * 3;
  const large = make(size * 8);
  let taken = time(large);
  for (let again = 0; again < 2 && taken >= limit; again += 1) taken = Math.min(taken, time(large));
  expect(taken, `${size * 8}, after ${size} in a 24th of that`).toBeLessThan(limit);
}
