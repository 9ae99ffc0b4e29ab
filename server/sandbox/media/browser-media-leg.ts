import type { Clip, HeardSound, Impairment, MediaLeg } from "../legs.ts";
import type { AudioFormat } from "./audio-format.ts";
import { AudioPeer } from "./audio-peer.ts";
import { readBrowserSdp } from "./browser-sdp.ts";
import { ClipPlayer, realPace } from "./clip-player.ts";
import { toPcmu } from "./pcmu.ts";
import { SoundMeter } from "./sound-meter.ts";

/** The answer to an offer, if one is due; `unusable` when the offer is no session that the sandbox can hold. */
export type Negotiation = { sdp: string | undefined } | "unusable";

/**
 * A browser's audio for as long as its leg lives. The WebRTC connection under it may come late (an incoming leg has none
 * until a browser accepts) and may be replaced (a browser that reconnects from another page brings a new one), while the
 * switchboard keeps one and the same leg.
 */
export class BrowserMediaLeg implements MediaLeg {
  readonly connected: Promise<void>;
  readonly #handleDigits: (digits: string) => void;
  readonly #whenConnected = Promise.withResolvers<void>();
  readonly #closed = new AbortController();
  readonly #player = new ClipPlayer({ send: (packet) => this.#peer?.send(packet), pace: realPace });
  readonly #meter = new SoundMeter();
  #peer: AudioPeer | undefined;
  #destination: MediaLeg | undefined;
  #isBlackhole = false;
  #network: Impairment | undefined;

  constructor(handleDigits: (digits: string) => void) {
    this.#handleDigits = handleDigits;
    this.connected = this.#whenConnected.promise;
    // Not every leg is waited for: an unheard rejection must not end the process.
    this.connected.catch(() => undefined);
  }

  /**
   * Takes a browser's offer, the first one or a later one, and gives the answer: undefined when nothing has changed,
   * a renewed session when the browser restarts ICE, a new connection in place of the old one when it brings its own.
   */
  async negotiate(offerSdp: string): Promise<Negotiation> {
    const offer = readBrowserSdp(offerSdp);
    if (!offer) return "unusable";
    const current = this.#peer;
    try {
      if (current?.isSameSession(offer)) return { sdp: undefined };
      if (current?.isSameConnection(offer)) return { sdp: await current.restartIce(offer) };
      const { peer, sdp } = await AudioPeer.answer(offer);
      this.adopt(peer);
      return { sdp };
    } catch {
      // werift throws for what it cannot read; the browser that sent it is told so, and nothing else is affected.
      return "unusable";
    }
  }

  /** Lets this connection carry the leg's audio from now on. */
  adopt(peer: AudioPeer): void {
    this.#peer?.close();
    if (this.#closed.signal.aborted) return peer.close();
    this.#peer = peer;
    if (this.#isBlackhole) peer.silence();
    if (this.#network) peer.impair(this.#network);
    peer.listen({
      handleAudio: (packet) => {
        this.#meter.hear(packet, performance.now());
        this.#passOn(packet);
      },
      handleDigit: this.#handleDigits,
    });
    peer.connected.then(this.#whenConnected.resolve, () => undefined);
  }

  async play(clip: Clip, options: { signal: AbortSignal; loop?: boolean }): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.#closed.signal]);
    // What is sent before audio can flow is lost, and with it the first words.
    await Promise.race([this.connected.catch(() => undefined), whenAborted(signal)]);
    const spoken = this.codec === "pcmu" ? await toPcmu(clip) : clip;
    await this.#player.play(spoken, { ...options, signal });
  }

  /** How the voice of this leg is coded. Undefined until there is a connection. */
  get codec(): AudioFormat["codec"] | undefined {
    return this.#peer?.codec;
  }

  sendTo(peer: MediaLeg | undefined): void {
    this.#destination = peer;
  }

  /** A clip that plays has the word: two streams of packets cannot be mixed without decoding them. */
  receive(packet: Uint8Array): void {
    if (!this.#player.isPlaying) this.#peer?.send(packet);
  }

  measure(): Promise<HeardSound> {
    return this.#meter.measure(this.codec, performance.now());
  }

  blackhole(): void {
    this.#isBlackhole = true;
    this.#peer?.silence();
  }

  loseNetwork(): void {
    this.#peer?.silence({ untilRestart: true });
  }

  impair(network: Impairment): void {
    this.#network = network;
    this.#peer?.impair(network);
  }

  close(): void {
    if (this.#closed.signal.aborted) return;
    this.#closed.abort();
    this.#whenConnected.reject(new Error("The media leg closed before it was connected."));
    this.#destination = undefined;
    this.#peer?.close();
  }

  /** Nothing here transcodes voice: a leg of another codec hears silence, which is better than noise. */
  #passOn(packet: Uint8Array): void {
    const destination = this.#destination;
    if (destination instanceof BrowserMediaLeg && destination.codec !== this.codec) return;
    destination?.receive(packet);
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
