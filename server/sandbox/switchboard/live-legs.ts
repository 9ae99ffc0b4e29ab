import type { HeardDigit, HeardSound, Impairment, MediaLeg } from "../legs.ts";

/** A leg that goes on right now: how the carrier ends it from its own side, and its audio if a browser has it. */
export interface LiveLeg {
  end: () => void;
  media?: MediaLeg;
  /** The keys that its browser has pressed so far. */
  digits?: readonly HeardDigit[];
}

/** What the carrier hears of a browser. */
export interface HeardLeg {
  callSid: string;
  sound: HeardSound;
  digits: readonly HeardDigit[];
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

  /** What is heard of each browser that has a leg. */
  async listen(): Promise<HeardLeg[]> {
    const heard = [...this.#legs].map(async ([callSid, { media, digits = [] }]) =>
      media ? [{ callSid, sound: await media.measure(), digits }] : [],
    );
    return (await Promise.all(heard)).flat();
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
