/**
 * Loaded before a build (`node --import`), it makes this machine another one: a year and some hours later, and folders
 * are listed backwards. What a build takes from the clock or from the order of a folder then shows in what it writes.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const later = 400 * 86_400_000 + 5 * 3_600_000;
const clock = globalThis.Date;
globalThis.Date = new Proxy(clock, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length ? given : [target.now() + later], self) as Date,
  apply: (target) => new target(target.now() + later).toString(),
  get: (target, key, self) =>
    key === 'now' ? () => target.now() + later : (Reflect.get(target, key, self) as unknown),
});

type Lists = (...given: unknown[]) => unknown;
const backwards = (entries: unknown) =>
  Array.isArray(entries) ? [...(entries as unknown[])].reverse() : entries;
const { readdirSync, readdir } = fs;
const { readdir: readdirLater } = fs.promises;
Object.assign(fs, {
  readdirSync: (...given: unknown[]) => backwards((readdirSync as Lists)(...given)),
  readdir: (...given: unknown[]) => {
    const done = given.pop() as (error: unknown, entries?: unknown) => void;
    (readdir as Lists)(...given, (error: unknown, entries: unknown) => done(error, backwards(entries)));
  },
});
Object.assign(fs.promises, {
  readdir: async (...given: unknown[]) => backwards(await (readdirLater as Lists)(...given)),
});
syncBuiltinESMExports();
