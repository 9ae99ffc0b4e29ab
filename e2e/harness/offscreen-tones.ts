import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import { OffscreenSession } from "./offscreen-session.ts";

const heardSchema = z.array(z.object({ digit: z.string(), peak: z.number() }));

/** A keypad tone that sounded in the offscreen document: which, and how loud at its loudest, 1 being the loudest there is. */
type HeardTone = z.infer<typeof heardSchema>[number];

/** From now on keeps the sounds that the offscreen document plays. The voice SDK plays its sounds by Web Audio. */
export async function listenToTones(context: BrowserContext): Promise<void> {
  await inOffscreen(context, `(${keepSounds.toString()})()`);
}

/** The keypad tones that sounded since, as the frequencies in what was played tell them (ITU-T Q.23). */
export async function readTones(context: BrowserContext): Promise<HeardTone[]> {
  return heardSchema.parse(await inOffscreen(context, `(${recogniseTones.toString()})()`));
}

async function inOffscreen(context: BrowserContext, expression: string): Promise<unknown> {
  const offscreen = await OffscreenSession.attach(context);
  try {
    return await offscreen.evaluate(expression);
  } finally {
    await offscreen.stop();
  }
}

// Both run in the offscreen document, which has nothing of this file.

function keepSounds(): void {
  const played: AudioBuffer[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- it is given its own `this` below
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...times) {
    if (this.buffer && this.context.state === "running") played.push(this.buffer);
    return start.apply(this, times);
  };
  Object.assign(globalThis, { playedSounds: played });
}

function recogniseTones(): HeardTone[] {
  const { playedSounds } = globalThis as unknown as { playedSounds: AudioBuffer[] };
  const lows = [697, 770, 852, 941];
  const highs = [1209, 1336, 1477];
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- as above
  const powerAt = (samples: Float32Array, turnsPerSample: number) => {
    let [real, imaginary] = [0, 0];
    for (const [i, sample] of samples.entries()) {
      real += sample * Math.cos(2 * Math.PI * turnsPerSample * i);
      imaginary += sample * Math.sin(2 * Math.PI * turnsPerSample * i);
    }
    return real * real + imaginary * imaginary;
  };
  return playedSounds.map((buffer) => {
    const samples = buffer.getChannelData(0);
    const strongest = (frequencies: number[]) => {
      const powers = frequencies.map((frequency) => powerAt(samples, frequency / buffer.sampleRate));
      return powers.indexOf(Math.max(...powers));
    };
    const digit = ["123", "456", "789", "*0#"][strongest(lows)]?.[strongest(highs)] ?? "";
    return { digit, peak: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) };
  });
}
