import { OpusDecoder } from "opus-decoder";
import type { Clip } from "../legs.ts";

const sampleRate = 8000;
const samplesPerPacket = sampleRate / 50;

const bias = 0x84;
const loudest = 0x7fff - bias;

const transcoded = new WeakMap<Clip, Promise<Clip>>();

/** The same clip for a browser that speaks PCMU: packets of 20 ms each, made once for each clip. */
export function toPcmu(clip: Clip): Promise<Clip> {
  const known = transcoded.get(clip);
  if (known) return known;
  const made = transcode(clip);
  transcoded.set(clip, made);
  return made;
}

async function transcode(clip: Clip): Promise<Clip> {
  const decoder = new OpusDecoder({ sampleRate, channels: 1 });
  await decoder.ready;
  try {
    const [samples = new Float32Array()] = decoder.decodeFrames(clip.packets).channelData;
    const encoded = Uint8Array.from(samples, (sample) => encodeMuLaw(Math.round(sample * 0x7fff)));
    const packets = [];
    for (let start = 0; start + samplesPerPacket <= encoded.length; start += samplesPerPacket) {
      packets.push(encoded.subarray(start, start + samplesPerPacket));
    }
    return { packets };
  } finally {
    decoder.free();
  }
}

/** The 16-bit sample that eight bits of mu-law stand for. */
export function decodeMuLaw(encoded: number): number {
  const bits = ~encoded & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + bias) << ((bits >> 4) & 0x07)) - bias;
  return bits & 0x80 ? -magnitude : magnitude;
}

/** One 16-bit sample in eight bits: sign, exponent and mantissa of the biased magnitude, inverted (ITU-T G.711, mu-law). */
export function encodeMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), loudest) + bias;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}
