/** Causes that programs have beside those of Q.850. */
import type { Model } from '../content/model.ts';

export interface ProgramCause {
  cause: number;
  /** The SIP code that it becomes. */
  code: number;
  /** Its constant. */
  name: string;
}

/** By authority, as far as its table gives each a name and a code. */
export function programCauses({
  tables,
  causes,
}: Pick<Model, 'tables' | 'causes'>): { who: string; own: ProgramCause[] }[] {
  const known = new Set(causes.map(({ cause }) => cause));
  return tables
    .filter(({ data }) => data.direction === 'q850-to-sip')
    .map(({ data }) => ({
      who: data.authority,
      own: data.rows.flatMap(({ cause, code, name }) =>
        cause && code && name && !known.has(cause) ? [{ cause, code, name }] : [],
      ),
    }))
    .filter(({ own }) => own.length);
}
