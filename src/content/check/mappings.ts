/** Mapping tables hold possible numbers, name a source, print what they compute to, and come in pairs. */
import { dss1Octet } from '../../sip/q850.ts';
import type { MappingTable, Model } from '../model.ts';
import { isOwn } from '../read.ts';
import type { Policy } from '../schemas/policy.ts';
import type { Typed } from '../validate.ts';
import { at, type Problem } from './problem.ts';

/** Highest Q.850 cause. */
const lastCause = 127;

function checkTable(table: MappingTable, ownCauses: readonly string[]): Problem[] {
  const { id, data } = table;
  const problems: Problem[] = [];
  const say = (path: (string | number)[], message: string) => problems.push(at(table, path, message));
  if (!data.source && !data.file) say(['source'], 'is missing; name a source, or a file with its commit');
  if (!id.endsWith(`-${data.direction}`))
    say(
      ['direction'],
      `is ${data.direction}, but the file is named ${id}.yaml; correct the direction or the name`,
    );
  const seen = new Set<string>();
  data.rows.forEach((row, place) => {
    const path = ['rows', place];
    const ofCause = [...path, 'cause'];
    const { code, cause, printed } = row;
    if (cause !== undefined && (cause < 1 || (cause > lastCause && !ownCauses.includes(data.authority))))
      say(ofCause, `is ${cause}; Q.850 causes are 1 to ${lastCause}, so correct it`);
    if (code !== undefined && (code < 300 || code > 699))
      say([...path, 'code'], `is ${code}; a failure is mapped from or to 300 to 699, so correct it`);
    const start = data.direction === 'sip-to-q850' ? code : cause;
    if (start === undefined)
      say(path, `has no ${data.direction === 'sip-to-q850' ? 'code' : 'cause'} to start from; add it`);
    if ((code === undefined || cause === undefined) && !row.note)
      say(path, 'maps to nothing and says no more; add a note');
    if (printed) {
      const { decimal, hex, dss1 } = printed;
      if (decimal !== cause) say(path, `prints ${decimal}, but its cause is ${cause}; correct one of them`);
      if (Number.parseInt(hex, 16) !== decimal)
        say(path, `prints hex ${hex}, which is not ${decimal}; correct it`);
      if (dss1Octet(decimal) !== dss1)
        say(path, `prints DSS1 ${dss1}, but ${decimal} is ${dss1Octet(decimal)}; correct it`);
    }
    const key = `${code} ${cause} ${row.condition ?? ''}`;
    if (seen.has(key))
      say(path, `has ${code ?? 'no code'} and ${cause ?? 'no cause'} a second time; keep one row`);
    seen.add(key);
  });
  return problems;
}

/** Direction by the name of the file; a direction inside that differs is reported as such. */
const directionOf = ({ id }: MappingTable) => (id.endsWith('-sip-to-q850') ? 'sip-to-q850' : 'q850-to-sip');

/** Tables that the policy names and that are not there, by authority and direction. */
export function missingTables(
  { tables, content }: Model,
  policy: Policy,
): { authority: string; direction: string }[] {
  // What a faulty table says of its authority is not known.
  if (content.mappings.length > tables.length) return [];
  return Object.entries(policy.authorities).flatMap(([authority, directions]) =>
    (['sip-to-q850', 'q850-to-sip'] as const)
      .filter((direction) => directions === 'both' || directions === direction)
      .filter(
        (direction) =>
          !tables.some((table) => table.data.authority === authority && directionOf(table) === direction),
      )
      .map((direction) => ({ authority, direction })),
  );
}

/** Authorities: each has one place among the columns, no other has it, and the tables that the policy names. */
function checkAuthorities(model: Model, policy: Typed<Policy>): Problem[] {
  const { tables, content } = model;
  const problems: Problem[] = [];
  if (!content.mappings.length || content.mappings.length > tables.length) return problems;
  const authorities = new Map<string, MappingTable[]>();
  for (const table of tables)
    authorities.set(table.data.authority, [...(authorities.get(table.data.authority) ?? []), table]);
  const owners = new Map<number, MappingTable>();
  for (const [authority, own] of authorities) {
    const [first, second] = own;
    if (!first) continue;
    const owner = owners.get(first.data.order);
    const named = policy.data.authorities[authority];
    // A copy’s own tables are named by nobody else.
    if (!named && isOwn(first.file)) continue;
    if (!named)
      problems.push(
        at(
          first,
          ['authority'],
          `is "${authority}", which content/policy.yaml does not name; add it under authorities, or correct it`,
        ),
      );
    // A copy cannot know which places upstream takes later.
    else if (owner && !isOwn(first.file))
      problems.push(
        at(
          first,
          ['order'],
          `is ${first.data.order}, which ${owner.data.authority} has already (${owner.file}); give each authority its own place`,
          [{ file: owner.file }],
        ),
      );
    else owners.set(first.data.order, first);
    if (second)
      for (const key of ['order', 'vendor'] as const)
        if (second.data[key] !== first.data[key])
          problems.push(
            at(
              second,
              [key],
              `is ${second.data[key] ?? 'missing'}, but ${first.file} says ${first.data[key] ?? 'none'}; one authority is one column, so make the two agree`,
              [{ file: first.file }],
            ),
          );
    own.forEach((table, place) => {
      const direction = directionOf(table);
      const twin = own.slice(0, place).find((other) => directionOf(other) === direction);
      if (twin)
        problems.push(
          at(
            table,
            ['authority'],
            `is ${authority}, which has this direction already in ${twin.file}; join the two`,
            [{ file: twin.file }],
          ),
        );
      else if (named && named !== 'both' && named !== direction)
        problems.push(
          at(
            table,
            ['authority'],
            `is ${authority}, which content/policy.yaml names for ${named} only; write both there, or take the table out`,
          ),
        );
    });
  }
  // A table under another name of its authority is reported as such.
  if (problems.some(({ key }) => key === 'authority')) return problems;
  for (const { authority, direction } of missingTables(model, policy.data)) {
    const [other] = authorities.get(authority) ?? [];
    const file = other
      ? other.file.replace(directionOf(other), direction)
      : `content/mappings/${authority.toLowerCase().replace(/\W+/g, '-')}-${direction}.yaml`;
    problems.push({
      ...at(policy, ['authorities', authority], ''),
      message: `has no table ${direction}; bring ${file} back, or change the entry`,
      also: [{ file }],
    });
  }
  return problems;
}

/** Policies that speak of nobody any more. */
function stale({ tables }: Model, policy: Typed<Policy>): Problem[] {
  const problems: Problem[] = [];
  const say = (path: (string | number)[], message: string) => problems.push(at(policy, path, message));
  policy.data.ownCauses.forEach((authority, place) => {
    const own = tables.filter(({ data }) => data.authority === authority);
    if (own.length && !own.some(({ data }) => data.rows.some(({ cause }) => (cause ?? 0) > lastCause)))
      say(['ownCauses', place], `names ${authority}, which has no value above ${lastCause}; take it out`);
  });
  return problems;
}

export function checkMappings(model: Model, policy: Typed<Policy>): Problem[] {
  return [
    ...model.tables.flatMap((table) => checkTable(table, policy.data.ownCauses)),
    ...checkAuthorities(model, policy),
    ...stale(model, policy),
  ];
}
