import {
  createSelfSignedCertificate,
  MediaStreamTrack,
  RtpHeader,
  RtpPacket,
  RTCPeerConnection,
  RTCRtpCodecParameters,
} from "werift";
import { silence } from "./audio-format.ts";

type Keys = Awaited<ReturnType<typeof createSelfSignedCertificate>>;

// The numbers of TLS (RFC 5246, 7.4.1.4.1; RFC 8422, 5.1.1), whose names werift keeps to itself.
const ecdsaWithSha256 = { hash: 4, signature: 3 } as const;
const secp256r1 = 23;

/** A WebRTC peer that behaves as a browser does towards the sandbox: a full ICE agent that tells no candidates. For tests. */
export class FakeBrowser {
  /** The packets that came in and were not silence. */
  readonly heard: Uint8Array[] = [];
  readonly #connection: RTCPeerConnection;
  readonly #eventPayloadType: number;
  #sequenceNumber = 0;
  #timestamp = 0;

  static async create(options: { codec?: "opus" | "pcmu" } = {}): Promise<FakeBrowser> {
    // Left to itself, werift shows one certificate for all its connections; a browser makes one for each.
    const keys = await createSelfSignedCertificate(ecdsaWithSha256, secp256r1);
    return new FakeBrowser({ opus: options.codec !== "pcmu", keys });
  }

  private constructor({ opus, keys }: { opus: boolean; keys: Keys }) {
    this.#eventPayloadType = opus ? 110 : 126;
    this.#connection = new RTCPeerConnection({
      codecs: {
        audio: [
          opus ? codec("opus", 111, 48_000) : codec("PCMU", 0, 8_000),
          codec("telephone-event", this.#eventPayloadType, opus ? 48_000 : 8_000),
        ],
      },
      iceServers: [],
      iceUseIpv6: false,
      iceUseTcp: false,
      iceInterfaceAddresses: { udp4: "127.0.0.1" },
      iceAdditionalHostAddresses: ["127.0.0.1"],
      dtls: { keys },
    });
    this.#connection.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ payload }) => {
        if (!isSilence(payload)) this.heard.push(payload);
      });
    });
  }

  async offer(options: { iceRestart?: boolean } = {}): Promise<string> {
    if (this.#connection.getTransceivers().length === 0) {
      this.#connection.addTransceiver(new MediaStreamTrack({ kind: "audio" }), { direction: "sendrecv" });
    }
    await this.#connection.setLocalDescription(await this.#connection.createOffer(options));
    return withoutCandidates(this.#connection.localDescription?.sdp ?? "");
  }

  async accept(answer: string): Promise<void> {
    const isRestart = this.isConnected;
    await this.#connection.setRemoteDescription({ type: "answer", sdp: answer });
    // A browser begins its checks again by itself; werift has to be told.
    if (isRestart) for (const transport of this.#connection.iceTransports) void transport.start().catch(() => undefined);
  }

  async answer(offer: string): Promise<string> {
    await this.#connection.setRemoteDescription({ type: "offer", sdp: offer });
    const [transceiver] = this.#connection.getTransceivers();
    transceiver?.setDirection("sendrecv");
    await transceiver?.sender.replaceTrack(new MediaStreamTrack({ kind: "audio" }));
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    return withoutCandidates(this.#connection.localDescription?.sdp ?? "");
  }

  get isConnected(): boolean {
    return this.#connection.connectionState === "connected";
  }

  say(packet: Uint8Array): void {
    this.#timestamp += 960;
    this.#send(new RtpHeader({ sequenceNumber: this.#nextNumber(), timestamp: this.#timestamp }), packet);
  }

  /** A key pressed as a browser sends it: several packets of one timestamp, the last three with the end bit. */
  press(event: number): void {
    this.#timestamp += 9600;
    for (const flags of [0x0a, 0x0a, 0x8a, 0x8a, 0x8a]) {
      const header = new RtpHeader({ sequenceNumber: this.#nextNumber(), timestamp: this.#timestamp });
      this.#send(header, Uint8Array.of(event, flags, 3, 192), this.#eventPayloadType);
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #send(header: RtpHeader, payload: Uint8Array, payloadType?: number): void {
    const [transceiver] = this.#connection.getTransceivers();
    if (!transceiver) return;
    const packet = new RtpPacket(header, Buffer.from(payload));
    if (payloadType === undefined) void transceiver.sender.sendRtp(packet);
    else {
      // werift stamps the voice's payload type on what a sender sends, so digits go out one floor below.
      header.payloadType = payloadType;
      header.ssrc = transceiver.sender.ssrc;
      void transceiver.dtlsTransport.sendRtp(packet.payload, header);
    }
  }

  #nextNumber(): number {
    this.#sequenceNumber += 1;
    return this.#sequenceNumber;
  }
}

function codec(name: string, payloadType: number, clockRate: number): RTCRtpCodecParameters {
  return new RTCRtpCodecParameters({ mimeType: `audio/${name}`, payloadType, clockRate, channels: name === "opus" ? 2 : 1 });
}

function isSilence(packet: Uint8Array): boolean {
  return Object.values(silence).some((silent) => Buffer.compare(packet, silent) === 0);
}

function withoutCandidates(sdp: string): string {
  return sdp
    .split("\r\n")
    .filter((line) => !line.startsWith("a=candidate:") && line !== "a=end-of-candidates")
    .join("\r\n");
}
