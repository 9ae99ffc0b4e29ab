import type { Callee, Talk } from "../callees.ts";
import { loadClip, type ClipName } from "../prompts/clips.ts";
import { pause, type Scheduler } from "../scheduler.ts";
import type { CallerCall } from "./caller-call.ts";
import type { ChildLeg, ChildLegListener } from "./child-leg.ts";

/** How long the network takes to find a number, before it rings or says that it will not. */
const setupMs = 100;

/** A leg to a phone number: plays the callee that lives there. */
export class NumberLeg implements ChildLeg {
  readonly #callee: Callee;
  readonly #sendDigits: string;
  readonly #scheduler: Scheduler;
  readonly #ending = new AbortController();

  constructor(options: { callee: Callee; sendDigits: string; scheduler: Scheduler }) {
    this.#callee = options.callee;
    this.#sendDigits = options.sendDigits;
    this.#scheduler = options.scheduler;
  }

  start(listener: ChildLegListener): void {
    const callee = this.#callee;
    switch (callee.kind) {
      case "answers":
        this.#after(setupMs, () => listener.handleRinging());
        this.#after(setupMs + callee.ringMs, () => listener.handleAnswer());
        if (callee.hangsUpAfterMs === undefined) return;
        return this.#after(setupMs + callee.ringMs + callee.hangsUpAfterMs, () => listener.handleEnd("no-answer"));
      case "never-answers":
        return this.#after(setupMs, () => listener.handleRinging());
      case "declines":
        this.#after(setupMs, () => listener.handleRinging());
        // Twilio has no status of its own for a call that was declined: the network reports the line as busy.
        return this.#after(setupMs + callee.ringMs, () => listener.handleEnd("busy"));
      case "busy":
        return this.#after(setupMs, () => listener.handleEnd("busy"));
      case "not-in-service":
        return this.#after(setupMs, () => listener.handleEnd("failed"));
    }
  }

  join(caller: CallerCall): void {
    if (this.#callee.kind !== "answers") return;
    this.#ending.signal.addEventListener("abort", () => caller.media.sendTo(undefined));
    void this.#talk(this.#callee.talk, caller);
  }

  end(): void {
    this.#ending.abort();
  }

  async #talk(talk: Talk, caller: CallerCall): Promise<void> {
    const { signal } = this.#ending;
    switch (talk) {
      case "echo":
        await caller.play(loadClip("greeting"), { signal });
        if (!signal.aborted) caller.media.sendTo(caller.media);
        return;
      case "menu": {
        const sayDigit = (digit: string) => void caller.play(loadClip(clipOfDigit(digit)), { signal });
        caller.listenToDigits(sayDigit, signal);
        void caller.play(loadClip("ivr-menu"), { signal });
        return this.#typeDigits(sayDigit);
      }
      case "lost-audio":
        caller.media.blackhole();
    }
  }

  /** What TwiML's sendDigits presses after the answer; w waits half a second, W a whole one. */
  async #typeDigits(press: (digit: string) => void): Promise<void> {
    const { signal } = this.#ending;
    for (const digit of this.#sendDigits) {
      if (digit === "w" || digit === "W") await pause(this.#scheduler, { ms: digit === "w" ? 500 : 1000, signal });
      else if (!signal.aborted) press(digit);
    }
  }

  #after(delayMs: number, task: () => void): void {
    const cancel = this.#scheduler.after(delayMs, task);
    this.#ending.signal.addEventListener("abort", cancel);
  }
}

function clipOfDigit(digit: string): ClipName {
  if (digit === "*") return "digit-star";
  return digit === "#" ? "digit-pound" : (`digit-${digit}` as ClipName);
}
