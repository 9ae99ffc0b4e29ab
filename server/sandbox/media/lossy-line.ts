import type { Impairment } from "../legs.ts";

/**
 * The network under one leg: a good one, until it is told to lose packets or to bring them unevenly. Chance has no part in it, so that
 * a test gets what it asked for. Every so many packets one is lost. What is late comes in bursts and in order, as over a wireless
 * network: WebRTC takes no note of how late a packet is that another has overtaken.
 */
export class LossyLine {
  #network: Impairment = { lossShare: 0, burstMs: 0 };
  #sent = 0;
  #held: (() => void)[] = [];
  #release: NodeJS.Timeout | undefined;

  impair(network: Impairment): void {
    this.#network = network;
    this.#sent = 0;
  }

  /** Sends a packet: now, with the next burst, or never. */
  carry(send: () => void): void {
    const { lossShare, burstMs } = this.#network;
    this.#sent += 1;
    if (Math.round(this.#sent * lossShare) > Math.round((this.#sent - 1) * lossShare)) return;
    // On a network that is well again nothing may overtake what the bad one still holds.
    if (burstMs === 0 && this.#held.length === 0) return send();
    this.#held.push(send);
    this.#release ??= setTimeout(() => this.#burst(), burstMs);
  }

  /** Forgets what is still on its way. */
  close(): void {
    clearTimeout(this.#release);
    this.#held = [];
  }

  #burst(): void {
    this.#release = undefined;
    for (const send of this.#held.splice(0)) send();
  }
}
