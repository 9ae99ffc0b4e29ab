import type { Mutant } from "./mutant.ts";

const reconcile = "server/calls/reconcile-calls.ts";

/** Faults in what the server does with webhooks, clients and the carrier. */
export const serverMutants: readonly Mutant[] = [
  {
    name: "a carrier that cannot be asked has said no",
    file: reconcile,
    find: "return askAgain(deps, call, answer.error);",
    replace: "return settle(deps, call, unknownToCarrier(deps, call));",
    hurts: "When the carrier's API is down, holds are let go while people talk.",
  },
  {
    name: "a record that is not there yet means there was no call",
    file: reconcile,
    find: "isTerminal(call.status) || isPastLimit(deps, call)",
    replace: "true",
    hurts: "A call that was dialled a moment ago is told as failed, and its hold is let go.",
  },
  {
    name: "calls are hung up after a minute",
    file: reconcile,
    find: "limitDeadlineMs(call.createdMs, call.timeLimitSeconds ?? 0)",
    replace: "call.createdMs + 60_000",
    hurts: "People are cut off in the middle of a talk that they can pay for.",
  },
  {
    name: "calls past their limit go on",
    file: reconcile,
    find: "await carrier.hangUp(callSid)",
    replace: "undefined",
    hurts: "A carrier that ignores its limit is never made to end a call.",
  },
  {
    name: "the carrier's record is not the last word",
    file: reconcile,
    find: "childSid: isChild ? leg.callSid : undefined,\n    isFinal: true,",
    replace: "childSid: isChild ? leg.callSid : undefined,\n    isFinal: false,",
    hurts: "No call is ever final.",
  },
  {
    name: "a parent that is over means that somebody talked",
    file: reconcile,
    find: 'parentStatus === "completed" ? "failed" : parentStatus',
    replace: "parentStatus",
    hurts: "Calls that never rang stand in the history as completed.",
  },
  {
    name: "a callback is the last word",
    file: "server/calls/record-status.ts",
    find: "childSid,\n    isFinal: false,",
    replace: "childSid,\n    isFinal: true,",
    hurts: "The carrier's own record cannot put right what a callback said.",
  },
  {
    name: "anybody may connect a call",
    file: "server/calls/connect-call.ts",
    find: "call && call.accountId !== accountId",
    replace: "call && call.accountId === undefined",
    hurts: "Whoever learns the id of a call talks at its owner's expense.",
  },
  {
    name: "the carrier is given a minute more",
    file: "server/twilio/twiml.ts",
    find: "timeLimit: timeLimitSeconds,",
    replace: "timeLimit: timeLimitSeconds + 60,",
    hurts: "A call may cost more than is held for it.",
  },
  {
    name: "signatures are not looked at",
    file: "server/twilio/webhook-signature.ts",
    find: "if (!twilio.validateRequest(",
    replace: "if (false && !twilio.validateRequest(",
    hurts: "Anybody who knows the id of a leg decides what it costs.",
  },
  {
    name: "a key answers for every request",
    file: "server/store/sqlite/idempotency.ts",
    find: 'if (earlier.requestHash !== requestHash) return { kind: "mismatch" };',
    replace: "",
    hurts: "Whoever asks to call one number is connected to another.",
  },
  {
    name: "answers are not kept",
    file: "server/calls/answer-once.ts",
    find: "answered.status < 500",
    replace: "answered.status < 200",
    hurts: "A request that is sent again is answered differently.",
  },
  {
    name: "strangers' reports are taken",
    file: "server/calls/report-transaction.ts",
    find: "call?.accountId !== accountId",
    replace: "call === undefined",
    hurts: "Anybody finds out which calls there are, and ends those that are not connected yet.",
  },
  {
    name: "a top-up is known by its time",
    file: "server/wallet/top-up.ts",
    find: "id: `topup:${accountId}:${reference}`",
    replace: "id: `topup:${accountId}:${reference}:${nowMs}`",
    hurts: "A payment that is told twice is paid in twice.",
  },
  {
    name: "one leg's price is the call's",
    file: "server/calls/price-calls.ts",
    find: "totalMicros = addMicros(totalMicros, told.priceMicros);",
    replace: "totalMicros = told.priceMicros;",
    hurts: "Margins look better than they are.",
  },
];
