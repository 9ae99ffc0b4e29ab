import type { Random } from "./random.ts";

/** How much goes wrong in one run. A fault that is always there hides what happens without it, so each is absent from some runs. */
export interface Conditions {
  startMs: number;
  /** Shares of webhooks. */
  lost: number;
  doubled: number;
  late: number;
  replayed: number;
  /** Share of answers that do not reach who asked. */
  answerLost: number;
  /** Share of ends told without their duration. */
  durationMissing: number;
  /** Share of calls whose record says another duration than the callbacks. */
  disagreeing: number;
  /** Share of calls that go on after their limit; and of those that would for ever. */
  overrunning: number;
  stuck: number;
  /** Share of steps after which the server is about to crash, or its disk to be full. */
  failing: number;
  /** Share of steps in which several things happen at the same time. */
  crowded: number;
  /** How wrong the server's clock is, and whether a restart changes that. */
  skewMs: number;
  clockMoves: boolean;
  /** When the carrier's API cannot be reached. */
  outages: readonly { fromMs: number; untilMs: number }[];
  accounts: number;
  calls: number;
}

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

export function drawConditions(random: Random): Conditions {
  const share = (percentAtMost: number) => (random.chance(0.3) ? 0 : random.between(1, percentAtMost) / 100);
  // Half of the runs pass midnight, where limits per day begin anew.
  const startMs = Date.UTC(2026, 0, 5) + (random.chance(0.5) ? dayMs - random.between(0, hourMs) : random.between(0, dayMs));
  return {
    startMs,
    lost: share(70),
    doubled: share(40),
    late: share(40),
    replayed: share(15),
    answerLost: share(25),
    durationMissing: share(20),
    disagreeing: share(60),
    overrunning: share(70),
    stuck: share(8),
    failing: share(4),
    crowded: share(80),
    skewMs: random.chance(0.3) ? 0 : random.between(-300_000, 300_000),
    clockMoves: random.chance(0.3),
    outages: random.chance(0.2) ? [drawOutage(random, startMs)] : [],
    accounts: random.between(1, 3),
    calls: random.between(2, 6),
  };
}

function drawOutage(random: Random, startMs: number): { fromMs: number; untilMs: number } {
  const fromMs = startMs + random.between(0, hourMs / 2);
  return { fromMs, untilMs: fromMs + random.between(60_000, 6 * hourMs) };
}
