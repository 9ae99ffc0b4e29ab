import { ok, type Result } from "#shared/result.ts";
import type { Failure } from "./call-state.ts";
import type { Microphone } from "./microphone.ts";
import type { VoiceAccess, VoiceAccount } from "./voice-line.ts";

/** What the standby needs of the SDK's Device. */
export interface StandbyDevice {
  register(): Promise<void>;
  destroy(): void;
  on(event: "error" | "tokenWillExpire", listener: () => void): unknown;
}

export interface StandbyOptions<Kind> {
  createDevice: (access: VoiceAccess, getUserMedia: () => Promise<MediaStream>) => Kind;
  /** Milliseconds of the wall clock, which goes on while the machine sleeps. */
  now: () => number;
}

/** A Device that somebody has to himself, until he gives it back. */
export interface HeldDevice<Kind> {
  readonly device: Kind;
  /** The voice of its next call. */
  microphone: Microphone | undefined;
  /** It has failed, or its token runs out: no call is begun with it. */
  isSpent: boolean;
}

interface Standing<Kind> {
  key: string;
  sinceMs: number;
  opened: Promise<Result<HeldDevice<Kind>, Failure>>;
}

// A socket can die without a word, in sleep above all: what has stood by for longer is not trusted with a call.
const longestStandbyMs = 60_000;

/** Has one Device on its way to the carrier before the call that needs it is ready. Nothing stands by once a call is over. */
export class Standby<Kind extends StandbyDevice> {
  readonly #options: StandbyOptions<Kind>;
  #standing: Standing<Kind> | undefined;
  #takenCount = 0;

  constructor(options: StandbyOptions<Kind>) {
    this.#options = options;
  }

  /** Begins to open a Device, unless one stands by or is in use. */
  prepare(account: VoiceAccount): void {
    if (this.#takenCount > 0 || this.#isUsable(account)) return;
    const earlier = this.#standing;
    this.#standing = { key: account.key, sinceMs: this.#options.now(), opened: this.#open(account) };
    if (earlier) void discard(earlier);
  }

  /** Gives the Device that stands by, or a new one. It may still be on its way to the carrier, which a call waits for by itself. */
  async take(account: VoiceAccount): Promise<Result<HeldDevice<Kind>, Failure>> {
    this.#takenCount += 1;
    const taken = (await this.#takeStanding(account)) ?? (await this.#open(account));
    if (!taken.ok) this.#takenCount -= 1;
    return taken;
  }

  /** Lets a Device go whose call is over. */
  giveBack({ device }: HeldDevice<Kind>): void {
    this.#takenCount -= 1;
    device.destroy();
  }

  /** Lets go of what stands by for a call that will not come. */
  letGo(): void {
    const standing = this.#standing;
    this.#standing = undefined;
    if (standing) void discard(standing);
  }

  async #takeStanding(account: VoiceAccount): Promise<Result<HeldDevice<Kind>, Failure> | undefined> {
    const standing = this.#standing;
    const isUsable = this.#isUsable(account);
    this.#standing = undefined;
    if (!standing) return undefined;
    if (!isUsable) return void discard(standing);
    const opened = await standing.opened;
    // What went wrong before anybody called is tried again.
    if (!opened.ok) return undefined;
    if (!opened.value.isSpent) return opened;
    opened.value.device.destroy();
    return undefined;
  }

  #isUsable({ key }: VoiceAccount): boolean {
    const standing = this.#standing;
    return standing !== undefined && standing.key === key && this.#options.now() - standing.sinceMs < longestStandbyMs;
  }

  async #open({ askForAccess }: VoiceAccount): Promise<Result<HeldDevice<Kind>, Failure>> {
    const access = await askForAccess();
    if (!access.ok) return access;
    const device = this.#options.createDevice(access.value, () => {
      if (!held.microphone) throw new Error("Nobody has a voice to call with.");
      return held.microphone.stream();
    });
    const held: HeldDevice<Kind> = { device, microphone: undefined, isSpent: false };
    device.on("error", () => (held.isSpent = true));
    device.on("tokenWillExpire", () => (held.isSpent = true));
    // Not waited for: with a token that is refused it stays pending for ever, and an error event says why.
    device.register().catch(() => (held.isSpent = true));
    return ok(held);
  }
}

async function discard<Kind extends StandbyDevice>({ opened }: Standing<Kind>): Promise<void> {
  const held = await opened;
  if (held.ok) held.value.device.destroy();
}
