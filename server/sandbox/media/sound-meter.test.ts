import { describe, expect, it } from "vitest";
import { loadClip } from "../prompts/clips.ts";
import { silence } from "./audio-format.ts";
import { toPcmu } from "./pcmu.ts";
import { SoundMeter } from "./sound-meter.ts";

/** A meter that heard packets 20 ms apart, the last of them at 0. */
function meterOf(packets: readonly Uint8Array[]): SoundMeter {
  const meter = new SoundMeter();
  for (const [i, packet] of packets.entries()) meter.hear(packet, (i - packets.length + 1) * 20);
  return meter;
}

const speech = loadClip("greeting");
const quiet = { opus: Array.from({ length: 25 }, () => silence.opus), pcmu: Array.from({ length: 25 }, () => silence.pcmu) };

describe("how loud a browser is heard", () => {
  it("tells speech from silence, in either codec", async () => {
    const spoken = { opus: speech.packets.slice(20, 45), pcmu: (await toPcmu(speech)).packets.slice(20, 45) };
    for (const codec of ["opus", "pcmu"] as const) {
      const loud = await meterOf(spoken[codec]).measure(codec, 0);
      expect(loud.packets).toBe(25);
      expect(loud.rms).toBeGreaterThan(0.01);
      expect((await meterOf(quiet[codec]).measure(codec, 0)).rms).toBeLessThan(0.0005);
    }
  });

  it("is as loud in one codec as in the other", async () => {
    const opus = await meterOf(speech.packets.slice(20, 45)).measure("opus", 0);
    const pcmu = await meterOf((await toPcmu(speech)).packets.slice(20, 45)).measure("pcmu", 0);
    expect(pcmu.rms / opus.rms).toBeCloseTo(1, 1);
  });

  it("forgets what is more than half a second old", async () => {
    const meter = meterOf([...speech.packets.slice(20, 45), ...quiet.opus]);
    expect((await meter.measure("opus", 0)).rms).toBeLessThan(0.01);
    expect(await meter.measure("opus", 500)).toEqual({ packets: 0, rms: 0 });
  });

  it("has heard nothing before there is a connection", async () => {
    expect(await new SoundMeter().measure(undefined, 0)).toEqual({ packets: 0, rms: 0 });
  });
});
