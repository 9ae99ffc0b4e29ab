import type { AccountId, CallId } from "#shared/ids.ts";
import { carrierStatusSchema, type CarrierStatus } from "#shared/call-status.ts";
import { webhookPaths } from "../twilio/webhook-urls.ts";
import type { Webhook } from "./model-carrier.ts";

/** A call that a person asked for, as its caller's leg knows it. */
export interface AskedCall {
  callId: CallId;
  accountId: AccountId;
}

/** What a server has answered for, and must not have forgotten when it comes back. */
export type Acknowledgement = { callId: CallId; parentSid: string } & (
  | { kind: "placed"; timeLimitSeconds: number }
  | { kind: "turned_down" }
  | { kind: "status"; childSid: string; sequence: number; status: CarrierStatus; durationSeconds: number | undefined }
  | { kind: "dialled"; status: CarrierStatus; durationSeconds: number | undefined }
);

/** What a server's yes to a webhook means. `answer` is the body, which matters only where it is TwiML. */
export function acknowledgementOf(
  { path, fields }: Webhook,
  { callId, parentSid, answer }: { callId: CallId; parentSid: string; answer: string },
): Acknowledgement {
  const about = { callId, parentSid };
  switch (path) {
    case webhookPaths.voice: {
      const timeLimit = /<Dial [^>]*timeLimit="(\d+)"/.exec(answer)?.[1];
      return timeLimit === undefined
        ? { kind: "turned_down", ...about }
        : { kind: "placed", timeLimitSeconds: Number(timeLimit), ...about };
    }
    case webhookPaths.status:
      return {
        kind: "status",
        ...about,
        childSid: fields["CallSid"] ?? "",
        sequence: Number(fields["SequenceNumber"]),
        status: carrierStatusSchema.parse(fields["CallStatus"]),
        durationSeconds: secondsOf(fields["CallDuration"]),
      };
    case webhookPaths.dialAction:
      return {
        kind: "dialled",
        ...about,
        status: carrierStatusSchema.parse(fields["DialCallStatus"]),
        durationSeconds: secondsOf(fields["DialCallDuration"]),
      };
    default:
      throw new Error(`The carrier sends nothing to ${path}.`);
  }
}

function secondsOf(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}
