import type { ShownLevels } from "./level-port.ts";

/** Somebody who looks at the levels. */
type LevelWatcher = (levels: ShownLevels) => void;

/** Hands on how loud a call is, to whoever is looking. */
export interface LevelFeed {
  tell(levels: ShownLevels): void;
  add(watcher: LevelWatcher): void;
  remove(watcher: LevelWatcher): void;
}

// As often as an eye needs it for a meter to seem alive.
const everyMs = 100;

/** Makes the feed. While nobody looks it does nothing; else it tells the loudest of each tenth of a second. */
export function createLevelFeed(steadyNow: () => number): LevelFeed {
  const watchers = new Set<LevelWatcher>();
  let loudest: ShownLevels = { input: 0, output: 0 };
  let toldAtMs = 0;
  return {
    tell({ input, output }) {
      if (watchers.size === 0) return;
      loudest = { input: Math.max(loudest.input, input), output: Math.max(loudest.output, output) };
      const nowMs = steadyNow();
      if (nowMs - toldAtMs < everyMs) return;
      for (const watcher of watchers) watcher(loudest);
      toldAtMs = nowMs;
      loudest = { input: 0, output: 0 };
    },
    add: (watcher) => void watchers.add(watcher),
    remove: (watcher) => void watchers.delete(watcher),
  };
}
