import {
  everyChangeRaisesRev,
  heldIsTheSumOfOpenHolds,
  nothingIsBelowZero,
  postedIsTheSumOfTransfers,
  transfersStay,
} from "./books-balance.ts";
import {
  callsOnlyGoForward,
  chargeIsTheSumOfItsTransfers,
  chargesFollowTheCarrier,
  whatWasAgreedStays,
} from "./calls-keep-their-word.ts";
import { grantsKeepLimits } from "./grants-keep-limits.ts";
import { holdsGoByTheCarriersWord } from "./holds-go-by-the-carriers-word.ts";
import { everyLiveLegHasItsHold, theWorstCaseIsPaidFor } from "./live-calls-are-covered.ts";
import { refusalsAreNeeded } from "./refusals-are-needed.ts";
import { reportsMoveNothing } from "./reports-move-nothing.ts";
import type { Invariant, Step } from "./step.ts";

/** What must be true of the books by themselves, and of how they changed. */
const ofBooks: readonly Invariant[] = [
  postedIsTheSumOfTransfers,
  heldIsTheSumOfOpenHolds,
  nothingIsBelowZero,
  transfersStay,
  everyChangeRaisesRev,
  chargeIsTheSumOfItsTransfers,
  callsOnlyGoForward,
  whatWasAgreedStays,
  chargesFollowTheCarrier,
  holdsGoByTheCarriersWord,
  grantsKeepLimits,
  refusalsAreNeeded,
  reportsMoveNothing,
];

/** What must be true of the books beside the calls that are going on: those change while the books do not. */
const ofCalls: readonly Invariant[] = [everyLiveLegHasItsHold, theWorstCaseIsPaidFor];

/** Every promise that was broken in a step, as sentences. */
export function checkStep(step: Step): string[] {
  const asked = step.after === step.before ? ofCalls : [...ofBooks, ...ofCalls];
  return asked.flatMap((invariant) => Array.from(invariant(step)));
}
