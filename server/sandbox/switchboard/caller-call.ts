import type { CallRecord, CallStatus } from "../call-records.ts";
import type { CarrierError, ClientLeg, Clip, HeardDigit, MediaLeg } from "../legs.ts";
import type { Exchange } from "./exchange.ts";

/** How a caller's call ends from the carrier's side, and what it counts as when nobody ever answered it. */
export interface CallerEnd {
  unanswered?: "busy" | "no-answer" | "canceled";
  error?: CarrierError;
}

/** A caller's side of a call, from the voice request to the end: the leg of the browser that called, and its record. */
export class CallerCall {
  readonly sid: string;
  readonly #leg: ClientLeg;
  readonly #exchange: Pick<Exchange, "records" | "scheduler">;
  readonly #ending = new AbortController();
  readonly #digits: HeardDigit[] = [];
  readonly #digitListeners = new Set<(digit: string) => void>();

  /** The call must be in the records as ringing. */
  constructor(leg: ClientLeg, exchange: Pick<Exchange, "records" | "scheduler">) {
    this.sid = leg.callSid;
    this.#leg = leg;
    this.#exchange = exchange;
  }

  /** Listens to the browser from now on. It may have hung up already: then the call ends at once. */
  start(): void {
    this.#leg.listen({
      handleAnswer: () => {},
      handleReject: () => {},
      handleHangUp: () => this.#finish("canceled"),
      handleDigits: (digits) => this.#handleDigits(digits),
    });
  }

  get record(): CallRecord {
    const record = this.#exchange.records.find(this.sid);
    if (!record) throw new Error(`The call ${this.sid} is not in the records.`);
    return record;
  }

  /** The keys that the caller has pressed so far. */
  get digits(): readonly HeardDigit[] {
    return this.#digits;
  }

  get media(): MediaLeg {
    return this.#leg.media;
  }

  /** Aborts when the call has ended, whoever ended it. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  /** Lets the caller hear that it rings, if nothing has been answered yet. */
  ring(): void {
    if (this.record.status === "ringing") this.#leg.ring({ earlyMedia: true });
  }

  /** Picks the caller up, for whatever there is to hear. A second time changes nothing. */
  answer(): void {
    if (this.#move("in-progress")) this.#leg.answer();
  }

  end(how: CallerEnd = {}): void {
    if (this.ended.aborted) return;
    this.#leg.end(how.error);
    this.#finish(how.unanswered ?? "no-answer");
  }

  play(clip: Clip, options: { signal: AbortSignal; loop?: boolean }): Promise<void> {
    return this.media.play(clip, { ...options, signal: AbortSignal.any([options.signal, this.ended]) });
  }

  /** Hears the keys the caller presses, one at a time, until `signal` aborts. */
  listenToDigits(listener: (digit: string) => void, signal: AbortSignal): void {
    this.#digitListeners.add(listener);
    signal.addEventListener("abort", () => this.#digitListeners.delete(listener));
  }

  #handleDigits(digits: string): void {
    // A w in a browser's digits is a pause it has made already.
    for (const digit of digits.replace(/[^\d*#]/g, "")) {
      this.#digits.push({ digit, atMs: this.#exchange.scheduler.nowMs() });
      for (const listener of this.#digitListeners) listener(digit);
    }
  }

  #finish(unanswered: CallStatus): void {
    if (!this.#move("completed")) this.#move(unanswered);
    this.#ending.abort();
  }

  #move(status: CallStatus): boolean {
    const { records, scheduler } = this.#exchange;
    return records.move(this.sid, { status, atMs: scheduler.nowMs() }) !== undefined;
  }
}
