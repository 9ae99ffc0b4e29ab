import { OpusDecoder } from "opus-decoder";
import type { HeardSound } from "../legs.ts";
import type { AudioFormat } from "./audio-format.ts";
import { decodeMuLaw } from "./pcmu.ts";

/** Of this much sound it is told how loud it was. */
const windowMs = 500;

interface Heard {
  packet: Uint8Array;
  atMs: number;
}

/**
 * Tells how loud what came in of late was. It keeps half a second of packets and decodes them when it is asked, so that a call that
 * nobody asks about costs nothing.
 */
export class SoundMeter {
  #heard: Heard[] = [];

  hear(packet: Uint8Array, nowMs: number): void {
    this.#heard = this.#recent(nowMs);
    this.#heard.push({ packet, atMs: nowMs });
  }

  /** The sound of the last half second; of no packets at all it says so by their number. */
  async measure(codec: AudioFormat["codec"] | undefined, nowMs: number): Promise<HeardSound> {
    const packets = this.#recent(nowMs).map(({ packet }) => packet);
    if (codec === undefined || packets.length === 0) return { packets: 0, rms: 0 };
    const samples =
      codec === "opus"
        ? await decodeOpus(packets)
        : packets.flatMap((packet) => Array.from(packet, (byte) => decodeMuLaw(byte) / 0x8000));
    return { packets: packets.length, rms: rootMeanSquare(samples) };
  }

  #recent(nowMs: number): Heard[] {
    return this.#heard.filter(({ atMs }) => nowMs - atMs < windowMs);
  }
}

async function decodeOpus(packets: Uint8Array[]): Promise<Float32Array> {
  const decoder = new OpusDecoder({ sampleRate: 8000, channels: 1 });
  await decoder.ready;
  try {
    return decoder.decodeFrames(packets).channelData[0] ?? new Float32Array();
  } finally {
    decoder.free();
  }
}

function rootMeanSquare(samples: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < samples.length; i += 1) squares += (samples[i] ?? 0) ** 2;
  return samples.length === 0 ? 0 : Math.sqrt(squares / samples.length);
}
