import type { CallerId } from "#shared/api/caller-ids.ts";
import type { Carrier } from "./carrier.ts";

/** The carrier waits 15 s for what to do with a caller, who hears nothing meanwhile; and a price is looked at before a call. */
const patienceMs = 3_000;

/** The numbers that the carrier lets us show, if it tells them before the caller would notice; undefined when it does not. */
export async function readKnownCallerIds(carrier: Pick<Carrier, "callerIds">): Promise<readonly CallerId[] | undefined> {
  const { promise: isLate, resolve: giveUp } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => giveUp(undefined), patienceMs);
  try {
    const callerIds = await Promise.race([carrier.callerIds(), isLate]);
    return callerIds?.ok ? callerIds.value : undefined;
  } finally {
    clearTimeout(timer);
  }
}
