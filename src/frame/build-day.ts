/**
 * The day that pages name as their edition, YYYY-MM-DD: that of the commit, so that two builds of one commit are the
 * same; SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org) comes first, and today where neither is known.
 */
import { spawnSync } from 'node:child_process';

function commitSeconds(): number | undefined {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return stdout ? Number(stdout) : undefined;
}

const given = process.env['SOURCE_DATE_EPOCH'];
const seconds = given ? Number(given) : commitSeconds();

/** The time of the edition, where it is known. */
export const editionTime = seconds === undefined ? undefined : new Date(seconds * 1000);

export const buildDay = (editionTime ?? new Date()).toISOString().slice(0, 10);

/** Which edition of a page is read: the day of the commit it was built from, and the day it was last reviewed. */
export function edition(reviewed?: string): string {
  const built = `built ${buildDay}`;
  return reviewed ? `${built}, reviewed ${reviewed}` : built;
}
