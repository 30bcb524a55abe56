/** Compares what the decoder found in a trace with what is known of it. Used by the bench and by the unit tests. */
import type { DecodedResponse, DecodedTrace } from '../../src/decode/types.ts';

/** A response that is known to be in the trace. */
export interface Expected {
  code: number;
  reasonPhrase?: string | null;
  method?: string | null;
  cseqMethod?: string;
  cseq?: number | null;
  cseqNumber?: number;
  callId?: string | null;
  reasonHeaders?: { protocol: string; cause: number | null; text: string | null }[];
  warnings?: { code: number; text: string | null }[];
  retransmission?: boolean;
  level?: string;
}

/** `NAME.expected.json`; the bench says what the fields mean. */
export interface ExpectedFile {
  responses: Expected[];
  finalCode?: number | null;
  notCodes?: number[];
  causes?: { cause: number; times?: number }[];
  sipfrag?: { code: number }[];
  case?: string | null;
  notCases?: string[];
  transactions?: { method: string; callId: string; branch: string; finalCode: number | null }[];
}

export interface Tally {
  musts: number;
  missed: number;
  false: number;
}

function methodOf(response: Expected): string | null {
  return response.method ?? response.cseqMethod ?? null;
}
function cseqOf(response: Expected): number | null {
  return response.cseq ?? response.cseqNumber ?? null;
}

function fits(found: DecodedResponse, wanted: Expected): boolean {
  const method = methodOf(wanted);
  const cseq = cseqOf(wanted);
  return (
    found.code === wanted.code &&
    (method === null || found.method === null || found.method === method) &&
    (cseq === null || found.cseq === null || found.cseq === cseq) &&
    (!wanted.callId || found.callId === null || found.callId === wanted.callId)
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is wrong, one sentence each; counts for the bench go into `tally`. */
export function compare(
  trace: DecodedTrace,
  expected: ExpectedFile,
  file: string,
  partial: boolean,
  captured: boolean,
  tally: Tally = { musts: 0, missed: 0, false: 0 },
): string[] {
  const problems: string[] = [];
  const left = [...trace.responses];
  for (const wanted of expected.responses) {
    const must = wanted.level !== 'should' && !partial;
    if (must) tally.musts += 1;
    // In the log of one program the same code may belong to another hop: the same phrase first.
    const exact = left.findIndex((found) => fits(found, wanted) && samePhrase(found, wanted, file));
    const at = exact >= 0 ? exact : partial ? -1 : left.findIndex((found) => fits(found, wanted));
    const found = left[at];
    if (!found) {
      if (must && !repeatOf(wanted, expected.responses)) {
        tally.missed += 1;
        problems.push(`missed: ${wanted.code} ${methodOf(wanted) ?? ''} ${cseqOf(wanted) ?? ''}`);
      }
      continue;
    }
    left.splice(at, 1);
    if (found.message === null) continue;
    if (!samePhrase(found, wanted, file))
      problems.push(`${wanted.code}: phrase "${found.reasonPhrase ?? ''}" for "${wanted.reasonPhrase}"`);
    if (methodOf(wanted) !== null && found.method !== methodOf(wanted))
      problems.push(`${wanted.code}: method ${found.method ?? ''} for ${methodOf(wanted) ?? ''}`);
    if (
      wanted.reasonHeaders &&
      wanted.reasonHeaders.length > 0 &&
      !same(
        found.reasons,
        wanted.reasonHeaders.map(({ protocol, cause, text }) => ({ protocol, cause, text })),
      )
    )
      problems.push(`${wanted.code}: reasons ${JSON.stringify(found.reasons)}`);
    if (
      wanted.warnings &&
      !same(
        found.warnings.map(({ code, text }) => ({ code, text })),
        wanted.warnings.map(({ code, text }) => ({ code, text })),
      )
    )
      if (wanted.warnings.length > 0 || found.warnings.length > 3)
        problems.push(`${wanted.code}: warnings ${JSON.stringify(found.warnings).slice(0, 200)}`);
    if (captured && !partial && wanted.retransmission === true && !found.retransmission)
      problems.push(`${wanted.code}: retransmission not marked, line ${found.line}`);
  }
  for (const extra of left) {
    const known = expected.responses.some((wanted) => fits(extra, wanted));
    if (known && (extra.retransmission || partial)) continue;
    tally.false += 1;
    problems.push(
      `false: ${extra.code} ${extra.reasonPhrase ?? ''} ${extra.method ?? ''} line ${extra.line} ${extra.where ?? ''}`,
    );
  }
  for (const code of expected.notCodes ?? []) {
    if (
      trace.responses.some((found) => found.code === code) &&
      !expected.responses.some((wanted) => wanted.code === code)
    )
      problems.push(`not a code: ${code}`);
  }
  if (expected.finalCode !== undefined && trace.finalCode !== expected.finalCode)
    problems.push(`final code ${trace.finalCode ?? 'none'} for ${expected.finalCode ?? 'none'}`);
  for (const { cause, times } of expected.causes ?? []) {
    const found = trace.causes.filter((seen) => seen.cause === cause).length;
    if (found === 0 || (times !== undefined && found !== times))
      problems.push(`cause ${cause}: ${found} times`);
  }
  if (
    expected.causes &&
    trace.causes.some((seen) => !expected.causes?.some(({ cause }) => cause === seen.cause))
  )
    problems.push(`causes ${JSON.stringify(trace.causes)}`);
  for (const { code } of expected.sipfrag ?? [])
    if (!trace.transfers.some((transfer) => transfer.code === code))
      problems.push(`transfer ${code} not found`);
  if (expected.transactions && !partial) {
    for (const wanted of expected.transactions) {
      const found = trace.transactions.find(
        (transaction) =>
          transaction.method === wanted.method &&
          transaction.callId === wanted.callId &&
          transaction.branch === wanted.branch,
      );
      if (!found) problems.push(`transaction missing: ${wanted.method} ${wanted.branch}`);
      else if (found.finalCode !== wanted.finalCode)
        problems.push(
          `transaction ${wanted.method} ${wanted.branch}: ${found.finalCode ?? 'none'} for ${wanted.finalCode ?? 'none'}`,
        );
    }
  }
  const first = trace.findings[0]?.case ?? null;
  if (expected.case !== undefined && first !== expected.case)
    problems.push(`first case ${first ?? 'none'} for ${expected.case ?? 'none'}`);
  for (const not of expected.notCases ?? [])
    if (trace.findings.some((finding) => finding.case === not)) problems.push(`false case ${not}`);
  return problems;
}

/** The phrase as sent; ngrep shows a dot for each byte it cannot print. */
function samePhrase(found: DecodedResponse, wanted: Expected, file: string): boolean {
  if (wanted.reasonPhrase === undefined || wanted.reasonPhrase === null) return true;
  const text = file.includes('.ngrep.')
    ? wanted.reasonPhrase.replace(/[^ -~]/g, (char) => '.'.repeat(new TextEncoder().encode(char).length))
    : wanted.reasonPhrase;
  return (found.reasonPhrase ?? '') === text || (found.message === null && found.reasonPhrase === null);
}

/** A copy of a response that stands before it: a decoder may report it once. */
function repeatOf(wanted: Expected, list: readonly Expected[]): boolean {
  return list.some(
    (other) =>
      other !== wanted &&
      other.code === wanted.code &&
      cseqOf(other) === cseqOf(wanted) &&
      methodOf(other) === methodOf(wanted) &&
      cseqOf(wanted) !== null &&
      list.indexOf(other) < list.indexOf(wanted) &&
      wanted.retransmission === true,
  );
}
