import type { Clip } from "../legs.ts";

const packetMs = 20;
const longestCatchUpMs = 200;

/** Where the player takes its time from: a clock that never jumps, and timers. */
export interface Pace {
  nowMs(): number;
  /** Calls back after a while; the answer takes that back. */
  after(delayMs: number, callback: () => void): () => void;
}

export const realPace: Pace = {
  nowMs: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Sends clips at the pace of speech, one at a time: a new clip takes the place of the one that plays. */
export class ClipPlayer {
  readonly #send: (packet: Uint8Array) => void;
  readonly #pace: Pace;
  #endPlaying: (() => void) | undefined;

  constructor(options: { send: (packet: Uint8Array) => void; pace: Pace }) {
    this.#send = options.send;
    this.#pace = options.pace;
  }

  get isPlaying(): boolean {
    return this.#endPlaying !== undefined;
  }

  /** Resolves when the clip has been sent, is aborted, or gives way to another. A clip that loops is never sent out. */
  play(clip: Clip, options: { signal: AbortSignal; loop?: boolean }): Promise<void> {
    this.stop();
    const { signal, loop = false } = options;
    if (signal.aborted || clip.packets.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        stopPacing();
        signal.removeEventListener("abort", end);
        this.#endPlaying = undefined;
        resolve();
      };
      this.#endPlaying = end;
      signal.addEventListener("abort", end);
      const stopPacing = pacePackets({ clip, loop, pace: this.#pace, send: this.#send, end: () => end() });
    });
  }

  stop(): void {
    this.#endPlaying?.();
  }
}

/** Sends each packet when it is due, from the next turn of the event loop on. The answer stops it. */
function pacePackets(options: {
  clip: Clip;
  loop: boolean;
  pace: Pace;
  send: (packet: Uint8Array) => void;
  end: () => void;
}): () => void {
  const { clip, loop, pace, send, end } = options;
  let sent = 0;
  let dueMs = pace.nowMs();
  const sendDue = () => {
    // Due times come from the clock and not from the timers before, or late timers would add up to slow speech.
    // After a long stall the rest is put off instead of sent in one burst.
    dueMs = Math.max(dueMs, pace.nowMs() - longestCatchUpMs);
    for (; dueMs <= pace.nowMs(); dueMs += packetMs) {
      const packet = clip.packets[loop ? sent % clip.packets.length : sent];
      if (!packet) return end();
      send(packet);
      sent += 1;
    }
    cancel = pace.after(dueMs - pace.nowMs(), sendDue);
  };
  let cancel = pace.after(0, sendDue);
  return () => cancel();
}
