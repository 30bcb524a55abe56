/** Check 9: mapping tables hold possible numbers, name a source, and print what they compute to. */
import type { Problem } from '../read.ts';
import { dss1Octet } from '../../mapping/q850.ts';
import type { Model } from '../model.ts';

/** Authorities whose own values lie above Q.850. */
const ownCauses = new Set(['FreeSWITCH']);

export function checkMappings(model: Model): Problem[] {
  const problems: Problem[] = [];
  for (const { file, id, data } of model.tables) {
    const say = (key: string, message: string) => problems.push({ file, key, message });
    if (!data.source && !data.file) say('source', 'is missing; name a source or a file with its commit');
    if (!id.endsWith(data.direction)) say('file name', `must end in -${data.direction}.yaml, its direction`);
    data.rows.forEach((row, at) => {
      const key = `rows.${at}`;
      if (row.cause !== undefined && (row.cause < 1 || (row.cause > 127 && !ownCauses.has(data.authority))))
        say(key, `has cause ${row.cause}; Q.850 causes are 1 to 127`);
      if (row.code !== undefined && (row.code < 300 || row.code > 699))
        say(key, `has SIP code ${row.code}; a failure is mapped from or to 300 to 699`);
      if (data.direction === 'sip-to-q850' && row.code === undefined) say(key, 'has no code to start from');
      if (data.direction === 'q850-to-sip' && row.cause === undefined) say(key, 'has no cause to start from');
      if ((row.code === undefined || row.cause === undefined) && !row.note)
        say(key, 'maps to nothing and says no more; add a note');
      if (row.printed) {
        const { decimal, hex, dss1 } = row.printed;
        if (decimal !== row.cause) say(key, `prints ${decimal}, but its cause is ${row.cause}`);
        if (Number.parseInt(hex, 16) !== decimal) say(key, `prints hex ${hex}, which is not ${decimal}`);
        if (dss1Octet(decimal) !== dss1)
          say(key, `prints DSS1 ${dss1}, but ${decimal} is ${dss1Octet(decimal)}`);
      }
    });
    const seen = new Set<string>();
    for (const row of data.rows) {
      const key = `${row.code} ${row.cause} ${row.condition ?? ''}`;
      if (seen.has(key)) say('rows', `has ${row.code ?? 'no code'} and ${row.cause ?? 'no cause'} twice`);
      seen.add(key);
    }
  }
  return problems;
}
