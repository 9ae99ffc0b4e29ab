import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import { countHeld, type Held } from "./offscreen-resources.ts";
import { OffscreenSession } from "./offscreen-session.ts";

const heapSchema = z.object({ usedSize: z.number() });

/** What the document that holds calls takes of the machine between two calls. */
export interface Footprint extends Held {
  /** Of the process, which other open pages of the extension share. */
  heapBytes: number;
  /** All that can be listened to: sounds, tracks, streams, nodes of sound, signals. */
  eventTargets: number;
  /** Timers that have neither gone off nor been cleared since `watchTimers`. */
  timers: number;
}

/** Runs in the document: every timer that is set from now on is known for as long as it stands. */
function keepTimers(): void {
  const standing = new Set<unknown>();
  const { setTimeout: once, setInterval: often, clearTimeout: clearOnce, clearInterval: clearOften } = globalThis;
  const set = (run: (...given: unknown[]) => void, afterMs?: number, ...given: unknown[]) => {
    const timer: unknown = once(() => {
      standing.delete(timer);
      run(...given);
    }, afterMs);
    standing.add(timer);
    return timer;
  };
  const repeat = (run: () => void, everyMs?: number) => {
    const timer: unknown = often(run, everyMs);
    standing.add(timer);
    return timer;
  };
  const clear = (end: (timer: never) => void) => (timer: unknown) => {
    standing.delete(timer);
    end(timer as never);
  };
  Object.assign(globalThis, {
    setTimeout: set,
    setInterval: repeat,
    clearTimeout: clear(clearOnce),
    clearInterval: clear(clearOften),
    standingTimers: standing,
  });
}

/** Begins to count timers. Called once for a document, between two calls. */
export async function watchTimers(context: BrowserContext): Promise<void> {
  const offscreen = await OffscreenSession.attach(context);
  await offscreen.evaluate(`(${keepTimers.toString()})()`);
  await offscreen.stop();
}

/** Measures when all that nobody needs has been collected. */
export async function measureFootprint(context: BrowserContext): Promise<Footprint> {
  const offscreen = await OffscreenSession.attach(context);
  try {
    await offscreen.ask("HeapProfiler.collectGarbage");
    const { usedSize } = heapSchema.parse(await offscreen.ask("Runtime.getHeapUsage"));
    const timers = z.int().parse(await offscreen.evaluate("standingTimers.size"));
    const eventTargets = z.int().parse(await offscreen.callOnAll("EventTarget.prototype", "function () { return this.length; }"));
    return { ...(await countHeld(context)), heapBytes: usedSize, eventTargets, timers };
  } finally {
    await offscreen.stop();
  }
}
