/** How long a call may ring, counted from the request to connect, before the carrier gives it up. */
export const ringTimeoutSeconds = 60;

const ringSlackMs = 5_000;
const limitSlackMs = 120_000;
const finalWordDelayMs = 30_000;
const priceDelayMs = 120_000;

/** By when a call that was asked for has reached the carrier, or never will. */
export function connectDeadlineMs(createdMs: number): number {
  return createdMs + ringTimeoutSeconds * 1000 + ringSlackMs;
}

/**
 * By when a connected call has ended, if the carrier kept to its limit. The slack is generous, because what comes after it
 * is hanging up on two people.
 */
export function limitDeadlineMs(connectedMs: number, timeLimitSeconds: number): number {
  return connectDeadlineMs(connectedMs) + timeLimitSeconds * 1000 + limitSlackMs;
}

/** When the carrier's own record of an ended call can be expected to be complete. */
export function finalWordMs(endedMs: number): number {
  return endedMs + finalWordDelayMs;
}

/** When the carrier can be expected to have put a price on a call whose record is final. */
export function priceDueMs(finalMs: number): number {
  return finalMs + priceDelayMs;
}
