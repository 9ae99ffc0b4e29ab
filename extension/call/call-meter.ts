import type { Call } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import { subtractMicros, type Micros, zeroMicros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { CallSnapshot } from "./call-snapshot.ts";

/** What an answered call shows: how long, what it costs, what is left. */
export interface CallMeter {
  durationSeconds: number;
  costMicros: Micros;
  /** What is posted less what this call has cost so far; undefined while the balance is not known. */
  balanceLeftMicros: Micros | undefined;
  /** Whole seconds until the balance ends the call; undefined when it is over or nothing limits it. */
  secondsLeft: number | undefined;
}

/**
 * Reads the meter of the one call at a moment. Undefined before the answer and without a call: nothing runs until somebody answers.
 * Once the carrier has said how long the call was, its word replaces the clock's.
 */
export function readMeter({ state, profile }: CallSnapshot, nowMs: number): CallMeter | undefined {
  if (state.status !== "open" && state.status !== "reconnecting" && state.status !== "ended") return undefined;
  const listed = profile?.recentCalls.find((call) => call.id === state.call.id);
  const record = listed ?? state.call;
  const untilMs = state.status === "ended" ? state.endedAtMs : nowMs;
  const clockSeconds = Math.max(0, Math.floor((untilMs - state.answeredAtMs) / 1000));
  const isSettled = record.status === "completed";
  const durationSeconds = isSettled ? record.durationSeconds : clockSeconds;
  const costMicros = isSettled ? record.chargedMicros : priceCall(record.rate, durationSeconds);
  const chargedMicros = listed?.chargedMicros ?? chargedOnceEnded(state.call);
  return {
    durationSeconds,
    costMicros,
    // Posted already lacks what has been charged for this call, which must not be taken off twice.
    balanceLeftMicros: profile && subtractMicros(profile.balance.postedMicros, subtractMicros(costMicros, chargedMicros)),
    secondsLeft:
      state.status === "ended" || record.timeLimitSeconds === null
        ? undefined
        : Math.max(0, record.timeLimitSeconds - clockSeconds),
  };
}

function chargedOnceEnded(call: Call): Micros {
  return isTerminal(call.status) ? call.chargedMicros : zeroMicros;
}
