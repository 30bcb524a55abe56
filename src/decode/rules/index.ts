/** All rules, in the order in which their findings stand where nothing else decides. */
import { signsOf } from '../signs/index.ts';
import type { Certainty, DecodedTrace, Finding } from '../types.ts';
import { callView, decidingView, finals, type CallView, type View } from '../view.ts';
import { announcement } from './announcement.ts';
import { calledAddress } from './called-address.ts';
import { cancelled } from './cancelled.ts';
import { challengeAccepted } from './challenge-accepted.ts';
import { challengeLost } from './challenge-lost.ts';
import { challengeRepeated } from './challenge-repeated.ts';
import { challengeUnanswered } from './challenge-unanswered.ts';
import { changedOnTheWay } from './changed-on-the-way.ts';
import { extension } from './extension.ts';
import { faultyRequest } from './faulty-request.ts';
import { forkEnded } from './fork-ended.ts';
import { gatewayCause } from './gateway-cause.ts';
import { glare } from './glare.ts';
import { intervalTooSmall } from './interval-too-small.ts';
import { keepalive } from './keepalive.ts';
import { loops } from './loops.ts';
import { mediaRefused } from './media-refused.ts';
import { methodRefused } from './method-refused.ts';
import { namedRefusal } from './named-refusal.ts';
import { noAck } from './no-ack.ts';
import { noAnswer } from './no-answer.ts';
import { noDialog } from './no-dialog.ts';
import { noPrack } from './no-prack.ts';
import { notTaken } from './not-taken.ts';
import { numberUnknownHere } from './number-unknown-here.ts';
import { onlyTrying } from './only-trying.ts';
import { outOfTurn } from './out-of-turn.ts';
import { privateAddress } from './private-address.ts';
import { redirected } from './redirected.ts';
import { refusedAfterLogin } from './refused-after-login.ts';
import { refusedWithoutLogin } from './refused-without-login.ts';
import type { Found, Rule } from './rule.ts';
import { scanner } from './scanner.ts';
import { sessionTimer } from './session-timer.ts';
import { transfer } from './transfer.ts';
import { twoAnswers } from './two-answers.ts';

export const rules: readonly Rule[] = [
  scanner,
  namedRefusal,
  changedOnTheWay,
  refusedAfterLogin,
  challengeRepeated,
  challengeLost,
  challengeUnanswered,
  numberUnknownHere,
  mediaRefused,
  intervalTooSmall,
  extension,
  calledAddress,
  faultyRequest,
  noAck,
  twoAnswers,
  forkEnded,
  redirected,
  loops,
  transfer,
  noDialog,
  glare,
  outOfTurn,
  noPrack,
  gatewayCause,
  announcement,
  methodRefused,
  notTaken,
  cancelled,
  noAnswer,
  onlyTrying,
  sessionTimer,
  refusedWithoutLogin,
  privateAddress,
  keepalive,
  challengeAccepted,
];

/** Findings kept at most: more help nobody, and a scan of a whole day has thousands. */
export const maxFindings = 200;

const weight: Record<Certainty, number> = { sure: 3, likely: 2, maybe: 1 };

/**
 * Findings of all calls, the one that explains the outcome of the main call first.
 * @param main index of the call the summary speaks of.
 */
export function findings(trace: DecodedTrace, main: number | null): Finding[] {
  const drafts: { finding: Finding; points: number; view: CallView; place: number }[] = [];
  for (let index = 0; index < trace.calls.length; index += 1) {
    // The main call is always looked at; of very many calls the first that show something.
    if (drafts.length >= maxFindings * 4 && index !== main) continue;
    const view = callView(trace, index);
    if (!view) continue;
    rules.forEach((rule, place) => {
      for (const found of rule.look(view)) {
        drafts.push({
          finding: toFinding(rule, found, index),
          points: points(view, found, index === main),
          view,
          place,
        });
      }
    });
  }
  drafts.sort((a, b) => b.points - a.points || a.place - b.place);
  const kept: Finding[] = [];
  const seen = new Set<string>();
  for (const { finding, view } of drafts) {
    const key = `${finding.case}|${finding.call ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    finding.signs = signsFor(view, finding);
    kept.push(finding);
    if (kept.length >= maxFindings) break;
  }
  return kept;
}

function toFinding(rule: Rule, found: Found, call: number): Finding {
  return {
    rule: rule.id,
    case: found.case,
    certainty: found.certainty,
    evidence: [...new Set(found.evidence.filter((line) => line > 0))].sort((a, b) => a - b),
    message: found.message,
    signs: [],
    fine: found.fine ?? false,
    call,
    response: found.answer?.index ?? null,
    facts: found.facts ?? [],
  };
}

function points(view: CallView, found: Found, isMain: boolean): number {
  const decides =
    found.answer !== undefined && found.answer !== null && found.answer.index === view.call.finalResponse;
  const sameCode = view.call.finalCode !== null && found.case.startsWith(`/${view.call.finalCode}/`);
  return (
    (found.fine === true ? 0 : 100) +
    (isMain ? 40 : 0) +
    (decides ? 8 : 0) +
    (sameCode ? 4 : 0) +
    weight[found.certainty] * 5
  );
}

/** Signs of the response a finding explains. */
function signsFor(view: CallView, finding: Finding): string[] {
  const see: View | null =
    finals(view).find((entry) => entry.answer?.index === finding.response) ?? decidingView(view);
  return see ? signsOf(see) : [];
}
