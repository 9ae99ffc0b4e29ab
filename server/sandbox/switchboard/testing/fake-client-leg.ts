import type { CarrierError, ClientLeg, ClientLegListener, Clip, HeardSound, MediaLeg } from "../../legs.ts";
import { clipNames, loadClip, type ClipName } from "../../prompts/clips.ts";
import type { Scheduler } from "../../scheduler.ts";

const packetMs = 20;

/** Audio that takes its time from a scheduler and remembers what it was given to play. */
export class FakeMediaLeg implements MediaLeg {
  readonly connected = Promise.resolve();
  /** The names of the clips played, in order; "?" for one that is no prompt. */
  readonly played: (ClipName | "?")[] = [];
  nowPlaying: ClipName | "?" | undefined;
  destination: MediaLeg | undefined;
  isBlackhole = false;
  readonly #scheduler: Scheduler;
  #endPlaying: (() => void) | undefined;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  play(clip: Clip, { signal, loop = false }: { signal: AbortSignal; loop?: boolean }): Promise<void> {
    this.#endPlaying?.();
    if (signal.aborted) return Promise.resolve();
    const name = clipNames.find((known) => loadClip(known) === clip) ?? "?";
    this.played.push(name);
    this.nowPlaying = name;
    return new Promise((resolve) => {
      const end = () => {
        cancel?.();
        this.#endPlaying = undefined;
        this.nowPlaying = undefined;
        resolve();
      };
      const cancel = loop ? undefined : this.#scheduler.after(clip.packets.length * packetMs, end);
      this.#endPlaying = end;
      signal.addEventListener("abort", end, { once: true });
    });
  }

  sendTo(peer: MediaLeg | undefined): void {
    this.destination = peer;
  }

  receive(): void {}

  measure(): Promise<HeardSound> {
    return Promise.resolve({ packets: 0, rms: 0 });
  }

  impair(): void {}

  blackhole(): void {
    this.isBlackhole = true;
  }

  loseNetwork(): void {}

  close(): void {}
}

/** A browser's leg without a browser: a test plays the person. */
export class FakeClientLeg implements ClientLeg {
  readonly callSid: string;
  readonly identity: string;
  readonly direction: ClientLeg["direction"];
  readonly media: FakeMediaLeg;
  /** What the carrier did with the leg, in order. */
  readonly log: string[] = [];
  endedWith: CarrierError | undefined;
  #listener: ClientLegListener | undefined;

  constructor(options: { callSid: string; identity: string; direction: ClientLeg["direction"]; scheduler: Scheduler }) {
    this.callSid = options.callSid;
    this.identity = options.identity;
    this.direction = options.direction;
    this.media = new FakeMediaLeg(options.scheduler);
  }

  ring({ earlyMedia }: { earlyMedia: boolean }): void {
    this.log.push(earlyMedia ? "ring with early media" : "ring");
  }

  answer(): void {
    this.log.push("answer");
  }

  end(error?: CarrierError): void {
    this.log.push("end");
    this.endedWith = error;
  }

  listen(listener: ClientLegListener): void {
    this.#listener = listener;
  }

  accept(): void {
    this.#listener?.handleAnswer();
  }

  reject(): void {
    this.#listener?.handleReject();
  }

  hangUp(): void {
    this.#listener?.handleHangUp();
  }

  press(digits: string): void {
    this.#listener?.handleDigits(digits);
  }
}
