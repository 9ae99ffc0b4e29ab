import { drawConditions } from "./conditions.ts";
import { noFaults, type Fault, type FaultCounts } from "./faults.ts";
import { createRandom } from "./random.ts";
import { createTimeline } from "./timeline.ts";
import type { World } from "./world.ts";

/** A world and what is written down of it. */
export interface Chronicle {
  world: World;
  faults: () => FaultCounts;
  /** The promises that were broken so far. */
  broken: () => readonly string[];
  /** The last lines of the trace. */
  trace: () => string[];
  /** From now on nothing goes wrong any more. */
  calm: () => void;
}

const traceLines = 60;

/** The world of a seed, before anything has happened in it. */
export function openChronicle(seed: number): Chronicle {
  const random = createRandom(seed);
  const conditions = drawConditions(random);
  const timeline = createTimeline(conditions.startMs);
  const faults: Record<Fault, number> = { ...noFaults };
  const lines: string[] = [];
  const broken: string[] = [];
  let isTroubled = true;
  const name = createNames();
  return {
    world: {
      random,
      conditions,
      timeline,
      count: (fault) => void (faults[fault] += 1),
      tell: (line) => void lines.push(`${tellTime(timeline.nowMs() - conditions.startMs)} ${line}`),
      violate: (what) => void broken.push(what),
      isTroubled: () => isTroubled,
    },
    faults: () => ({ ...faults }),
    broken: () => broken.map(name),
    trace: () => lines.map(name).slice(-traceLines),
    calm() {
      isTroubled = false;
      lines.push("--- from here on nothing goes wrong any more");
    },
  };
}

/** Short names for ids, in the order of their appearance: the ids of calls are the one thing that differs when a seed is run again. */
function createNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text.replaceAll(/(call|acct|owed)_([0-9A-HJKMNP-TV-Z]{26})/g, (id, kind: string) => {
      const name = names.get(id) ?? `${kind}-${names.size + 1}`;
      names.set(id, name);
      return name;
    });
}

function tellTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, "0"));
  return `${parts.join(":")}.${String(ms % 1000).padStart(3, "0")}`;
}
