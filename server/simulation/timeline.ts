/** Something that happens at a moment of the simulated time. */
export interface Happening {
  atMs: number;
  /** For the trace: what happens, to whom. */
  what: string;
  run: () => void | Promise<void>;
}

/** The simulated time. It passes only from one happening to the next. */
export interface Timeline {
  nowMs: () => number;
  after: (delayMs: number, what: string, run: Happening["run"]) => void;
  /** When the next thing happens; undefined when nothing more will. */
  nextMs: () => number | undefined;
  /** Moves on to the next happening, and gives it with those that fall due within the window after it, in order. */
  take: (options: { most: number; windowMs: number }) => Happening[];
}

export function createTimeline(startMs: number): Timeline {
  // Sorted by moment, and by age within one moment.
  const ahead: Happening[] = [];
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    after(delayMs, what, run) {
      const happening = { atMs: nowMs + delayMs, what, run };
      const before = ahead.findLastIndex(({ atMs }) => atMs <= happening.atMs);
      ahead.splice(before + 1, 0, happening);
    },
    nextMs: () => ahead[0]?.atMs,
    take({ most, windowMs }) {
      const untilMs = (ahead[0]?.atMs ?? nowMs) + windowMs;
      const count = ahead.slice(0, most).filter(({ atMs }) => atMs <= untilMs).length;
      const taken = ahead.splice(0, count);
      nowMs = Math.max(nowMs, taken.at(-1)?.atMs ?? nowMs);
      return taken;
    },
  };
}
