/**
 * Milliseconds of processor time that `work` takes, for tests of how a cost grows. Unlike the time on the wall it does
 * not count what other programs take meanwhile.
 */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
