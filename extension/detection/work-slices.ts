/** The longest that work may hold the page up without a break. */
const sliceMs = 4;

/** Divides long work into slices, so that a page's own work and a person's input come first. */
export interface WorkSlices {
  isUsedUp(): boolean;
  /** Lets the page go on, and begins the next slice afterwards. */
  giveWay(): Promise<void>;
}

export function createWorkSlices(now: () => number): WorkSlices {
  let startedAtMs = now();
  return {
    isUsedUp: () => now() - startedAtMs >= sliceMs,
    async giveWay() {
      await yieldToPage();
      startedAtMs = now();
    },
  };
}

/** Lets the page go on if the slice is used up. */
export async function rest(slices: WorkSlices): Promise<void> {
  if (slices.isUsedUp()) await slices.giveWay();
}

async function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  // Chromium 128 has no scheduler.yield(). A message comes back after what is due, without the 4 ms that timers cost.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
