import type { Pace } from "./clip-player.ts";

const packetMs = 20;
/** Voice comes every 20 to 60 ms, give or take the network: only after that has it stopped. */
const patienceMs = 100;

/**
 * Sends silence while there is nothing else to send, as telephone networks do. A browser that gets no packets at all takes
 * its network for broken, and the SDK warns of it.
 */
export class SilenceFiller {
  readonly #sendSilence: () => void;
  readonly #pace: Pace;
  #lastVoiceMs = -Infinity;
  #cancelNext: (() => void) | undefined;

  constructor(options: { sendSilence: () => void; pace: Pace }) {
    this.#sendSilence = options.sendSilence;
    this.#pace = options.pace;
  }

  start(): void {
    this.stop();
    let dueMs = this.#pace.nowMs();
    const tick = () => {
      const nowMs = this.#pace.nowMs();
      if (nowMs - this.#lastVoiceMs > patienceMs) this.#sendSilence();
      // By the clock, so that late timers do not add up; and never in a burst, since nobody misses silence.
      dueMs = Math.max(dueMs + packetMs, nowMs);
      this.#cancelNext = this.#pace.after(dueMs - nowMs, tick);
    };
    this.#cancelNext = this.#pace.after(0, tick);
  }

  /** Something else has been sent. */
  noteVoice(): void {
    this.#lastVoiceMs = this.#pace.nowMs();
  }

  stop(): void {
    this.#cancelNext?.();
    this.#cancelNext = undefined;
  }
}
