import type { Scheduler } from "./scheduler.ts";

/** A scheduler whose time passes only when a test says so. */
export class VirtualScheduler implements Scheduler {
  #nowMs: number;
  #tasks: { atMs: number; task: () => void }[] = [];

  constructor(startMs = Date.UTC(2026, 0, 5, 12)) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { atMs: this.#nowMs + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  /** How many tasks wait: none, when everything that was started has been stopped. */
  get waiting(): number {
    return this.#tasks.length;
  }

  /** Lets time pass. Everything that falls due runs at its own moment, and what follows from it is waited for. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await settle();
    for (let next = this.#nextDue(untilMs); next; next = this.#nextDue(untilMs)) {
      this.#tasks = this.#tasks.filter((other) => other !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.task();
      await settle();
    }
    this.#nowMs = untilMs;
  }

  #nextDue(untilMs: number) {
    return this.#tasks.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0];
  }
}

/** Lets everything run that is only waiting for other promises. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
