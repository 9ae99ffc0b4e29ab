import { sleep } from "./sleep.ts";

/** A machine's two clocks at one moment: the one on the wall, which can be set, and one that only counts on. */
export interface ClockReading {
  wallMs: number;
  steadyMs: number;
}

// Clocks that are kept right by the network move by less, and a timer in seconds hides it.
const leastStepMs = 2000;
const lookEveryMs = 1000;

/** By how much the wall clock has moved beside the steady one; 0 for what clocks do of themselves. */
export function clockStepMs(before: ClockReading, after: ClockReading): number {
  const stepMs = after.wallMs - before.wallMs - (after.steadyMs - before.steadyMs);
  return Math.abs(stepMs) < leastStepMs ? 0 : Math.round(stepMs);
}

export interface StepMeaning {
  stepMs: number;
  /** By how much the server's clock was ahead of ours before the step, and is after it; undefined when it cannot be asked. */
  aheadBeforeMs: number;
  aheadAfterMs: number | undefined;
}

/**
 * Whether the wall clock was set, rather than the machine asleep: on most systems the steady clock stands still in sleep, and both
 * look the same from here. Only the server can tell: its clock has gone on through a sleep as ours has.
 */
export function wasClockSet({ stepMs, aheadBeforeMs, aheadAfterMs }: StepMeaning): boolean {
  // No sleep turns a clock back, and people's computers sleep more often than their clocks are put forward.
  if (aheadAfterMs === undefined) return stepMs < 0;
  return Math.abs(aheadAfterMs - aheadBeforeMs) > Math.abs(stepMs) / 2;
}

export interface FollowClock {
  read: () => ClockReading;
  onStep: (stepMs: number) => void;
  signal: AbortSignal;
}

/** Calls back with each step of the wall clock, within a second or so, until `signal` aborts. */
export async function followClock({ read, onStep, signal }: FollowClock): Promise<void> {
  let before = read();
  while (!signal.aborted) {
    await sleep(lookEveryMs, signal);
    const after = read();
    const stepMs = clockStepMs(before, after);
    before = after;
    if (stepMs !== 0 && !signal.aborted) onStep(stepMs);
  }
}
