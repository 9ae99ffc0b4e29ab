import { randomBytes } from "node:crypto";
import { MediaStreamTrack, RtpHeader, RtpPacket, RTCPeerConnection, RTCRtpCodecParameters, type RTCRtpTransceiver } from "werift";
import { type AudioFormat, durationMsOf, silence } from "./audio-format.ts";
import type { Impairment } from "../legs.ts";
import { type BrowserSdp, writeForBrowser } from "./browser-sdp.ts";
import { realPace } from "./clip-player.ts";
import { DigitDetector } from "./digit-detector.ts";
import { LossyLine } from "./lossy-line.ts";
import { RtpTimeline } from "./rtp-timeline.ts";
import { SilenceFiller } from "./silence-filler.ts";

/** What a peer hears from its browser. */
export interface AudioPeerListener {
  handleAudio(packet: Uint8Array): void;
  handleDigit(digit: string): void;
}

type IceConnection = RTCPeerConnection["iceTransports"][number]["connection"];

const offeredFormat: AudioFormat = { codec: "opus", payloadType: 111, clockRate: 48_000, eventPayloadType: 110 };

/**
 * One WebRTC connection to a browser over loopback: audio out, audio and digits in.
 *
 * It is an ICE-lite agent, as Twilio's gateways are: the browser's checks find it, so that no candidate of the browser
 * is needed and nothing is ever sent to an address that did not ask first.
 */
export class AudioPeer {
  /** Resolves when audio can flow; rejects when the peer closes first. */
  readonly connected: Promise<void>;
  #remote: BrowserSdp | undefined;
  #listener: AudioPeerListener | undefined;
  #silent = false;
  #speaksAfterRestart = false;
  /** How each connection that is silenced sent before. */
  readonly #unheard = new Map<IceConnection, IceConnection["send"]>();
  readonly #format: AudioFormat;
  readonly #connection: RTCPeerConnection;
  readonly #timeline: RtpTimeline;
  readonly #filler: SilenceFiller;
  readonly #network = new LossyLine();
  readonly #digits = new DigitDetector((digit) => this.#listener?.handleDigit(digit));

  private constructor(format: AudioFormat) {
    this.#format = format;
    this.#connection = newConnection(format, () => !this.#silent);
    this.#timeline = new RtpTimeline({ clockRate: format.clockRate, start: randomStart() });
    this.#filler = new SilenceFiller({ sendSilence: () => this.#send(silence[format.codec]), pace: realPace });
    this.connected = whenConnected(this.#connection);
    // Nobody need wait for a peer: an unheard rejection must not end the process.
    this.connected.then(() => this.#startFilling()).catch(() => undefined);
    this.#connection.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe((packet) => this.#receive(packet));
    });
  }

  /** Answers a browser's offer. Rejects when werift cannot make sense of it. */
  static async answer(offer: BrowserSdp): Promise<{ peer: AudioPeer; sdp: string }> {
    const peer = new AudioPeer(offer.format);
    try {
      return { peer, sdp: await peer.#answer(offer) };
    } catch (error) {
      peer.close();
      throw error;
    }
  }

  /** Makes an offer to a browser. The peer does nothing until `accept` brings the browser's answer. */
  static async offer(): Promise<{ peer: AudioPeer; sdp: string }> {
    const peer = new AudioPeer(offeredFormat);
    const transceiver = peer.#connection.addTransceiver("audio", { direction: "sendrecv" });
    await sendFrom(transceiver);
    await peer.#connection.setLocalDescription(await peer.#connection.createOffer());
    return { peer, sdp: peer.#localSdp() };
  }

  /** Takes the browser's answer to this peer's offer. */
  async accept(answer: BrowserSdp): Promise<void> {
    this.#remote = answer;
    await this.#connection.setRemoteDescription({ type: "answer", sdp: answer.sdp });
  }

  get codec(): AudioFormat["codec"] {
    return this.#format.codec;
  }

  listen(listener: AudioPeerListener): void {
    this.#listener = listener;
  }

  /** Whether a description comes from the very peer connection that this peer talks to. */
  isSameConnection(description: BrowserSdp): boolean {
    return this.#remote?.fingerprint === description.fingerprint;
  }

  /** Whether a description asks for nothing new: same connection, same ICE session. */
  isSameSession(description: BrowserSdp): boolean {
    return this.isSameConnection(description) && this.#remote?.iceUfrag === description.iceUfrag;
  }

  /** Answers an ICE restart that the browser asks for. */
  async restartIce(offer: BrowserSdp): Promise<string> {
    if (this.#speaksAfterRestart) this.#speakAgain();
    const sdp = await this.#answer(offer);
    // werift answers the restart but goes on with the old transport's state: the new checks must be begun for it.
    for (const transport of this.#connection.iceTransports) void transport.start().catch(() => undefined);
    return sdp;
  }

  /** Sends a packet of the browser's codec. Before audio can flow it is lost. */
  send(payload: Uint8Array): void {
    this.#filler.noteVoice();
    this.#send(payload);
  }

  /** From now on neither hears nor says anything, not even to ICE checks; until the browser restarts ICE, if that is said. */
  silence({ untilRestart = false } = {}): void {
    this.#silent = true;
    this.#speaksAfterRestart = untilRestart;
    this.#filler.stop();
    for (const { connection } of this.#connection.iceTransports) {
      // werift makes it for each connection, bound: there is no method of the class to go back to.
      if (!this.#unheard.has(connection)) this.#unheard.set(connection, Reflect.get(connection, "send"));
      connection.send = () => Promise.resolve();
    }
  }

  #speakAgain(): void {
    this.#silent = false;
    this.#speaksAfterRestart = false;
    for (const [connection, send] of this.#unheard) connection.send = send;
    this.#unheard.clear();
    this.#startFilling();
  }

  /** Sends over a bad network from now on. */
  impair(network: Impairment): void {
    this.#network.impair(network);
  }

  close(): void {
    this.#silent = true;
    this.#network.close();
    this.#filler.stop();
    void this.#connection.close().catch(() => undefined);
  }

  #startFilling(): void {
    if (!this.#silent) this.#filler.start();
  }

  #send(payload: Uint8Array): void {
    const [transceiver] = this.#connection.getTransceivers();
    if (this.#silent || !transceiver) return;
    const durationMs = durationMsOf(payload, this.#format);
    const header = new RtpHeader({
      ...this.#timeline.next({ durationMs, nowMs: performance.now() }),
      payloadType: this.#format.payloadType,
    });
    // A packet that cannot be sent is a packet lost, as on any network.
    this.#network.carry(() => {
      transceiver.sender.sendRtp(new RtpPacket(header, Buffer.from(payload))).catch(() => undefined);
    });
  }

  async #answer(offer: BrowserSdp): Promise<string> {
    this.#remote = offer;
    await this.#connection.setRemoteDescription({ type: "offer", sdp: offer.sdp });
    const [transceiver] = this.#connection.getTransceivers();
    if (transceiver && !transceiver.sender.track) await sendFrom(transceiver);
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    return this.#localSdp();
  }

  #localSdp(): string {
    return writeForBrowser(this.#connection.localDescription?.sdp ?? "");
  }

  #receive({ header, payload }: RtpPacket): void {
    if (this.#silent) return;
    if (header.payloadType === this.#format.payloadType) this.#listener?.handleAudio(payload);
    if (header.payloadType === this.#format.eventPayloadType) this.#digits.accept({ timestamp: header.timestamp, payload });
  }
}

function newConnection(format: AudioFormat, answersChecks: () => boolean): RTCPeerConnection {
  return new RTCPeerConnection({
    codecs: { audio: codecsOf(format) },
    iceServers: [],
    iceLite: true,
    iceUseIpv6: false,
    iceUseTcp: false,
    iceInterfaceAddresses: { udp4: "127.0.0.1" },
    iceAdditionalHostAddresses: ["127.0.0.1"],
    iceFilterStunResponse: answersChecks,
  });
}

function codecsOf({ codec, payloadType, clockRate, eventPayloadType }: AudioFormat): RTCRtpCodecParameters[] {
  const mimeType = { opus: "audio/opus", pcmu: "audio/PCMU" }[codec];
  const voice = new RTCRtpCodecParameters({ mimeType, payloadType, clockRate, channels: codec === "opus" ? 2 : 1 });
  if (eventPayloadType === undefined) return [voice];
  const digits = new RTCRtpCodecParameters({
    mimeType: "audio/telephone-event",
    payloadType: eventPayloadType,
    clockRate,
    channels: 1,
  });
  return [voice, digits];
}

/** Without a track and a direction of its own, werift answers that it will not send. */
async function sendFrom(transceiver: RTCRtpTransceiver): Promise<void> {
  transceiver.setDirection("sendrecv");
  await transceiver.sender.replaceTrack(new MediaStreamTrack({ kind: "audio" }));
}

function whenConnected(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connectionStateChange.subscribe((state) => {
      if (state === "connected") resolve();
      if (state === "closed") reject(new Error("The media leg closed before it was connected."));
    });
  });
}

function randomStart(): { sequenceNumber: number; timestamp: number } {
  const bytes = randomBytes(6);
  return { sequenceNumber: bytes.readUInt16BE(0), timestamp: bytes.readUInt32BE(2) };
}
