import { createStatusCallbacks } from "../callbacks/status-callbacks.ts";
import { durationSecondsOf, hasEnded, type CallRecord, type CallStatus } from "../call-records.ts";
import { loadClip } from "../prompts/clips.ts";
import type { DialTarget, DialVerb } from "../twiml/verbs.ts";
import type { CallerCall } from "./caller-call.ts";
import type { ChildLeg } from "./child-leg.ts";
import { callerIdOf } from "./caller-id.ts";
import { addressOf, createChildLeg } from "./child-legs.ts";
import type { Exchange } from "./exchange.ts";
import { resolveUrl } from "./fetch-document.ts";

/** How a Dial ended: the leg that talked, or else the last that failed. */
export interface DialOutcome {
  child: CallRecord;
  bridged: boolean;
}

/** What a Dial's action URL is told. https://www.twilio.com/docs/voice/twiml/dial#action */
export function dialFields({ child, bridged }: DialOutcome): Record<string, string> {
  return {
    DialCallSid: child.sid,
    DialCallStatus: child.status,
    ...(bridged && { DialCallDuration: String(durationSecondsOf(child)) }),
    DialBridged: String(bridged),
  };
}

interface Child {
  sid: string;
  leg: ChildLeg;
  /** Tells whoever asked to be told of this leg. */
  notify: ((record: CallRecord) => void) | undefined;
}

export interface DialOptions {
  call: CallerCall;
  verb: DialVerb;
  /** The document's own URL, for relative ones in it. */
  documentUrl: string;
  exchange: Exchange;
}

/** Calls everybody a Dial names, joins the first to answer with the caller, and resolves when that is over. */
export async function dial(options: DialOptions): Promise<DialOutcome> {
  const dialing = new Dialing(options);
  dialing.start();
  return dialing.outcome;
}

class Dialing {
  readonly #options: DialOptions;
  readonly #children: Child[];
  readonly #outcome = Promise.withResolvers<DialOutcome>();
  /** Ends the ringback and the wait for an answer. */
  readonly #ringing = new AbortController();
  /** Ends everything this Dial has started. */
  readonly #over = new AbortController();
  #winner: Child | undefined;

  constructor(options: DialOptions) {
    const { verb, call, exchange } = options;
    this.#options = options;
    const from = callerIdOf(verb, call, exchange);
    // All that can be wrong with the document comes to light before the first party is called.
    const notifiers = verb.targets.map((target) => this.#notifierOf(target));
    this.#children = verb.targets.map((target, index) => this.#createChild({ target, from, notify: notifiers[index] }));
  }

  get outcome(): Promise<DialOutcome> {
    return this.#outcome.promise;
  }

  start(): void {
    const { call, verb } = this.#options;
    if (!verb.answerOnBridge) call.answer();
    call.ended.addEventListener("abort", () => this.#endAll("canceled"), { signal: this.#over.signal });
    this.#after(verb.timeoutSeconds * 1000, this.#ringing.signal, () => this.#endAll("no-answer"));
    for (const child of this.#children) this.#move(child, "initiated");
    for (const child of this.#children) {
      child.leg.start({
        handleRinging: () => this.#handleRinging(child),
        handleAnswer: () => this.#handleAnswer(child),
        handleEnd: (unanswered) => this.#end(child, unanswered),
      });
    }
  }

  #createChild(party: { target: DialTarget; from: string; notify: Child["notify"] }): Child {
    const { target, from, notify } = party;
    const { exchange, call } = this.#options;
    const sid = exchange.newCallSid();
    const parties = { parentCallSid: call.sid, direction: "outbound-dial", from, to: addressOf(target) } as const;
    exchange.records.add({ sid, ...parties, createdAtMs: exchange.scheduler.nowMs() }, "queued");
    const leg = createChildLeg({ target, sid, callerSid: call.sid, from, exchange });
    const child = { sid, leg, notify };
    exchange.liveLegs.add(sid, { end: () => this.#end(child, "canceled") });
    return child;
  }

  #notifierOf({ statusCallback }: DialTarget): Child["notify"] {
    if (!statusCallback) return undefined;
    const { exchange, documentUrl } = this.#options;
    return createStatusCallbacks({
      accountSid: exchange.account.accountSid,
      target: { ...statusCallback, url: resolveUrl(statusCallback.url, documentUrl) },
      send: exchange.sendStatus,
    });
  }

  #handleRinging(child: Child): void {
    if (!this.#move(child, "ringing")) return;
    const { call, verb } = this.#options;
    if (verb.answerOnBridge) call.ring();
    // The first to ring starts the ringback; whoever rings after it takes it over, which sounds the same.
    void call.play(loadClip("ringback"), { signal: this.#ringing.signal, loop: true });
  }

  #handleAnswer(child: Child): void {
    if (!this.#move(child, "in-progress")) return;
    this.#winner = child;
    this.#ringing.abort();
    for (const other of this.#children) {
      if (other !== child) this.#end(other, "canceled");
    }
    const { call, verb } = this.#options;
    call.answer();
    child.leg.join(call);
    this.#after(verb.timeLimitSeconds * 1000, this.#over.signal, () => this.#handleTimeLimit(child));
  }

  #handleTimeLimit(child: Child): void {
    const { overrunSeconds } = this.#options.exchange.faults;
    this.#after(overrunSeconds * 1000, this.#over.signal, () => this.#end(child, "canceled"));
  }

  #endAll(unanswered: "canceled" | "no-answer"): void {
    for (const child of this.#children) this.#end(child, unanswered);
  }

  /** Ends one leg, if it has not ended. `unanswered` is what it is called when nobody had answered it. */
  #end(child: Child, unanswered: CallStatus): void {
    if (!this.#move(child, "completed") && !this.#move(child, unanswered)) return;
    child.leg.end();
    this.#options.exchange.liveLegs.remove(child.sid);
    const goesOn = this.#children.some((other) => !hasEnded(this.#recordOf(other)));
    if (!goesOn) this.#finish(this.#winner ?? child);
  }

  #finish(decisive: Child): void {
    this.#ringing.abort();
    this.#over.abort();
    this.#outcome.resolve({ child: this.#recordOf(decisive), bridged: this.#winner !== undefined });
  }

  /** Moves a leg's record on and tells whoever asked to be told. False when that changed nothing. */
  #move(child: Child, status: CallStatus): boolean {
    const { records, scheduler } = this.#options.exchange;
    const record = records.move(child.sid, { status, atMs: scheduler.nowMs() });
    if (record) child.notify?.(record);
    return record !== undefined;
  }

  #recordOf(child: Child): CallRecord {
    const record = this.#options.exchange.records.find(child.sid);
    if (!record) throw new Error(`The leg ${child.sid} is not in the records.`);
    return record;
  }

  #after(delayMs: number, until: AbortSignal, task: () => void): void {
    const cancel = this.#options.exchange.scheduler.after(delayMs, task);
    until.addEventListener("abort", cancel);
  }
}
