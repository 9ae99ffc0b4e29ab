import { describe, expect, it } from "vitest";
import { loadClip } from "../prompts/clips.ts";
import { decodeMuLaw, encodeMuLaw, toPcmu } from "./pcmu.ts";

describe("the mu-law of a sample", () => {
  it.each([
    [0, 0xff],
    [-1, 0x7f],
    [32_767, 0x80],
    [-32_768, 0x00],
    [1000, 0xce],
  ])("of %i is the one of G.711", (sample, byte) => {
    expect(encodeMuLaw(sample)).toBe(byte);
  });

  it("is within half a step of every sample there is", () => {
    for (let sample = -32_768; sample <= 32_767; sample++) {
      const error = Math.abs(decodeMuLaw(encodeMuLaw(sample)) - sample);
      // A step is a sixteenth of the power of two below the biased magnitude.
      if (error > (Math.abs(sample) + 132) / 32) expect.fail(`${sample} is off by ${error}`);
    }
  });
});

describe("a clip for a browser that speaks PCMU", () => {
  it("lasts as long, in packets of 20 ms", async () => {
    const { packets } = await toPcmu(loadClip("greeting"));
    expect(packets.length).toBeCloseTo(loadClip("greeting").packets.length, -1);
    expect(new Set(packets.map((packet) => packet.length))).toEqual(new Set([160]));
  });

  it("sounds: the ringback tone is loud for two seconds, and then silent", async () => {
    const { packets } = await toPcmu(loadClip("ringback"));
    const loudness = (from: number, to: number) =>
      Math.max(
        ...packets.slice(from / 20, to / 20).flatMap((packet) => Array.from(packet, (byte) => Math.abs(decodeMuLaw(byte)))),
      );
    expect(loudness(100, 1900)).toBeGreaterThan(4000);
    expect(loudness(2500, 5900)).toBeLessThan(100);
  });

  it("is made once", () => {
    expect(toPcmu(loadClip("goodbye"))).toBe(toPcmu(loadClip("goodbye")));
  });
});
