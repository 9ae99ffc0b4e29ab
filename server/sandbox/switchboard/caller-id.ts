import { TwilioError } from "../twilio-error.ts";
import type { DialVerb } from "../twiml/verbs.ts";
import type { CallerCall } from "./caller-call.ts";
import type { Exchange } from "./exchange.ts";

/**
 * What a Dial shows to those it calls: its callerId, or else the caller's own address. Phone numbers are shown only numbers
 * that the account owns or has verified; anything else is error 13214.
 */
export function callerIdOf(verb: DialVerb, call: CallerCall, exchange: Pick<Exchange, "mayShow">): string {
  const callerId = verb.callerId ?? call.record.from;
  const isShownToPhones = verb.targets.some(({ kind }) => kind === "number");
  if (!isShownToPhones || exchange.mayShow(callerId)) return callerId;
  throw new TwilioError(
    13214,
    `"${callerId}" is neither a number of the account nor one it has verified. Set callerId to one that is.`,
  );
}
