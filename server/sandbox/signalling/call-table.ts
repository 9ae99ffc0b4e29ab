import { timingSafeEqual } from "node:crypto";
import type { BrowserLeg } from "./browser-leg.ts";

const rememberedEnds = 1000;

/** What a browser's word about a call refers to. */
export type CallLookup = { found: "live"; leg: BrowserLeg } | { found: "ended" } | { found: "none" };

/** The legs that are up, by call sid and by the temporary sid that a browser gives a call before it knows the real one. */
export class CallTable {
  readonly #live = new Map<string, BrowserLeg>();
  readonly #ended = new Set<string>();

  add(leg: BrowserLeg, options: { temporarySid?: string } = {}): void {
    this.#live.set(key(leg.identity, leg.callSid), leg);
    if (options.temporarySid !== undefined) this.#live.set(key(leg.identity, options.temporarySid), leg);
  }

  /** Remembers the sids of a leg that ended, so that a browser's word that crossed the end on the wire is no error. */
  remove(leg: BrowserLeg): void {
    for (const [known, value] of this.#live) {
      if (value !== leg) continue;
      this.#live.delete(known);
      this.#ended.add(known);
    }
    for (const oldest of this.#ended) {
      if (this.#ended.size <= rememberedEnds) break;
      this.#ended.delete(oldest);
    }
  }

  /** An identity's call. Calls of others are as unknown as calls that never were. */
  find(identity: string, sid: string): CallLookup {
    const leg = this.#live.get(key(identity, sid));
    if (leg) return { found: "live", leg };
    return { found: this.#ended.has(key(identity, sid)) ? "ended" : "none" };
  }

  findByCallSid(callSid: string): BrowserLeg | undefined {
    return this.legs.find((leg) => leg.callSid === callSid);
  }

  get legs(): BrowserLeg[] {
    return [...new Set(this.#live.values())];
  }
}

/** Compares two tokens in a time that does not tell how far they agree. */
export function tokensMatch(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function key(identity: string, sid: string): string {
  return JSON.stringify([identity, sid]);
}
