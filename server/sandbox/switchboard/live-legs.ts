import type { Impairment, MediaLeg } from "../legs.ts";

/** A leg that goes on right now: how the carrier ends it from its own side, and its audio if a browser has it. */
export interface LiveLeg {
  end: () => void;
  media?: MediaLeg;
}

/** The legs that go on right now. */
export class LiveLegs {
  readonly #legs = new Map<string, LiveLeg>();

  add(sid: string, leg: LiveLeg): void {
    this.#legs.set(sid, leg);
  }

  remove(sid: string): void {
    this.#legs.delete(sid);
  }

  /** Ends a leg. One that has ended, or never was, is left as it is. */
  hangUp(sid: string): void {
    this.#legs.get(sid)?.end();
  }

  hangUpAll(): void {
    for (const leg of this.#legs.values()) leg.end();
  }

  loseNetworkAll(): void {
    for (const leg of this.#legs.values()) leg.media?.loseNetwork();
  }

  impairAll(network: Impairment): void {
    for (const leg of this.#legs.values()) leg.media?.impair(network);
  }

  blackholeAll(): void {
    for (const leg of this.#legs.values()) leg.media?.blackhole();
  }
}
