import type { CallerId } from "#shared/api/caller-ids.ts";
import { err, ok } from "#shared/result.ts";
import type { Carrier, CarrierCall, CarrierFailure } from "../../carrier.ts";
import { number } from "../../store/contract/fixture.ts";

/** A carrier whose records a test writes by hand. */
export interface FakeCarrier extends Carrier {
  legs: Map<string, CarrierCall>;
  hungUp: string[];
  callerIdList: CallerId[];
  /** What every question is answered with while it is set. */
  failure: CarrierFailure | undefined;
}

export const verifiedNumber = number("+12125550123");
export const ownedNumber = number("+13125550145");

export function createFakeCarrier(): FakeCarrier {
  const fake: FakeCarrier = {
    legs: new Map(),
    hungUp: [],
    callerIdList: [
      { number: verifiedNumber, type: "verified", label: "Desk" },
      { number: ownedNumber, type: "owned", label: "Rented" },
    ],
    failure: undefined,
    async hangUp(callSid) {
      if (fake.failure) return err(fake.failure);
      fake.hungUp.push(callSid);
      return ok(undefined);
    },
    async fetchCall(callSid) {
      const leg = fake.legs.get(callSid);
      return fake.failure || !leg ? err(fake.failure ?? notFound(callSid)) : ok(leg);
    },
    async listChildren(parentCallSid) {
      if (fake.failure) return err(fake.failure);
      return ok([...fake.legs.values()].filter((leg) => leg.parentCallSid === parentCallSid));
    },
    async callerIds() {
      return fake.failure ? err(fake.failure) : ok(fake.callerIdList);
    },
    async voicePrices() {
      return fake.failure ? err(fake.failure) : ok({ lines: [], missing: [] });
    },
  };
  return fake;
}

export function leg(callSid: string, overrides: Partial<CarrierCall> = {}): CarrierCall {
  return {
    callSid,
    parentCallSid: undefined,
    status: "completed",
    durationSeconds: 0,
    priceMicros: undefined,
    startedAtMs: undefined,
    endedAtMs: undefined,
    ...overrides,
  };
}

function notFound(callSid: string): CarrierFailure {
  return { kind: "not_found", message: `The requested resource ${callSid} was not found` };
}
