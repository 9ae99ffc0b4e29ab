import { err, ok, type Result } from "#shared/result.ts";
import type { Carrier, CarrierCall, CarrierFailure } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import { readCallerIds } from "./caller-ids.ts";
import { toCarrierCall } from "./carrier-call.ts";
import { errorCodeOf, toCarrierFailure } from "./carrier-failure.ts";
import type { TwilioClient } from "./client.ts";
import { remember } from "./remember.ts";
import { readVoicePrices } from "./voice-prices.ts";

const callerIdsKeptMs = 60_000;
const mostChildren = 20;

// https://www.twilio.com/docs/api/errors/21220
const callHasEnded = 21_220;

/** Twilio, or the sandbox that plays it, as the carrier. Caller IDs are asked for once a minute at most. */
export function createTwilioCarrier(client: TwilioClient, { clock }: { clock: Clock }): Carrier {
  return {
    hangUp: (callSid) =>
      attempt(async () => {
        await client.calls(callSid).update({ status: "completed" });
      }).then(forgiveEnded),
    async fetchCall(callSid) {
      const fetched = await attempt(() => client.calls(callSid).fetch());
      return fetched.ok ? toCarrierCall(fetched.value) : failed(fetched);
    },
    async listChildren(parentCallSid) {
      const listed = await attempt(() => client.calls.list({ parentCallSid, limit: mostChildren }));
      return listed.ok ? allOf(listed.value.map(toCarrierCall)) : failed(listed);
    },
    callerIds: remember(async () => failedOr(await attempt(() => readCallerIds(client))), { clock, forMs: callerIdsKeptMs }),
    voicePrices: async () => failedOr(await attempt(() => readVoicePrices(client))),
  };
}

type Attempt<Value> = Result<Value, unknown>;

async function attempt<Value>(ask: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return ok(await ask());
  } catch (thrown) {
    return err(thrown);
  }
}

function failed({ error }: { error: unknown }): Result<never, CarrierFailure> {
  return err(toCarrierFailure(error));
}

function failedOr<Value>(attempted: Attempt<Value>): Result<Value, CarrierFailure> {
  return attempted.ok ? attempted : failed(attempted);
}

function forgiveEnded(attempted: Attempt<void>): Result<void, CarrierFailure> {
  return !attempted.ok && errorCodeOf(attempted.error) === callHasEnded ? ok(undefined) : failedOr(attempted);
}

function allOf(calls: Result<CarrierCall, CarrierFailure>[]): Result<CarrierCall[], CarrierFailure> {
  const read: CarrierCall[] = [];
  for (const call of calls) {
    if (!call.ok) return call;
    read.push(call.value);
  }
  return ok(read);
}
