import { carrierStatusSchema } from "#shared/call-status.ts";
import { micros, parseDollars, type Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { CarrierCall, CarrierFailure } from "../carrier.ts";

/** What Twilio's client gives for a call leg, as far as it is used. */
export interface TwilioCall {
  sid: string;
  parentCallSid: string | null;
  status: string;
  duration: string | null;
  price: string | null;
  priceUnit: string | null;
  startTime: Date | null;
  endTime: Date | null;
}

/** Reads Twilio's record of a leg. Fails while the record of an ended call has no duration yet: zero would be a refund. */
export function toCarrierCall(call: TwilioCall): Result<CarrierCall, CarrierFailure> {
  const status = carrierStatusSchema.safeParse(call.status);
  if (!status.success) return err({ kind: "rejected", message: `${call.sid} has the unknown status "${call.status}".` });
  const durationSeconds = readSeconds(call.duration);
  if (status.data === "completed" && durationSeconds === undefined) {
    return err({ kind: "rejected", message: `The record of ${call.sid} has no duration yet.` });
  }
  return ok({
    callSid: call.sid,
    parentCallSid: call.parentCallSid || undefined,
    status: status.data,
    durationSeconds: durationSeconds ?? 0,
    priceMicros: readPrice(call),
    startedAtMs: call.startTime?.getTime(),
    endedAtMs: call.endTime?.getTime(),
  });
}

function readSeconds(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Twilio writes what it charges as a negative amount. */
function readPrice({ price, priceUnit }: TwilioCall): Micros | undefined {
  if (price === null || priceUnit?.toUpperCase() !== "USD") return undefined;
  const amount = parseDollars(price);
  return amount === undefined ? undefined : micros(Math.abs(amount));
}
