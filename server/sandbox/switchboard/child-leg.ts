import type { CallerCall } from "./caller-call.ts";

/** What becomes of a leg that was dialled. */
export interface ChildLegListener {
  handleRinging(): void;
  handleAnswer(): void;
  /** The far end is gone. `unanswered` is what it means if nobody had answered. */
  handleEnd(unanswered: "busy" | "no-answer" | "failed"): void;
}

/** The far end of a dialled leg: a phone number's callee, or another browser. */
export interface ChildLeg {
  start(listener: ChildLegListener): void;
  /** Joins the caller's audio with this leg's, once it has answered. */
  join(caller: CallerCall): void;
  /** Ends the leg from the carrier's side. Says nothing to the listener. */
  end(): void;
}
