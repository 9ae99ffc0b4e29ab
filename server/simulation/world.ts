import type { Conditions } from "./conditions.ts";
import type { Fault } from "./faults.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** What everybody in a simulation shares: time, chance, what may go wrong, and where to tell what did. */
export interface World {
  timeline: Timeline;
  random: Random;
  conditions: Conditions;
  /** Counts a fault that has really happened. */
  count: (fault: Fault) => void;
  /** Writes a line of the trace. */
  tell: (line: string) => void;
  /** Says that a promise was broken. The run ends after this step. */
  violate: (what: string) => void;
  /** Whether everything still goes wrong; false at the end, when the world is left to come right. */
  isTroubled: () => boolean;
}

/** Whether something goes wrong this time. */
export function goesWrong({ random, isTroubled }: World, share: number): boolean {
  return isTroubled() && random.chance(share);
}
