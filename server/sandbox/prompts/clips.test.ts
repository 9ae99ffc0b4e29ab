import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packetDurationMs } from "../media/opus-packet.ts";
import { clipForText, clipNames, loadClip } from "./clips.ts";
import { readOggOpus } from "./ogg-opus.ts";
import { promptTexts } from "./prompt-texts.ts";

describe("the clips", () => {
  it("are exactly the files in the folder", () => {
    const files = readdirSync(new URL("clips/", import.meta.url)).map((file) => file.replace(/\.opus$/, ""));
    expect(files.toSorted()).toEqual([...clipNames].toSorted());
  });

  it.each(clipNames)("%s is mono packets of 20 ms each", (name) => {
    const { packets } = loadClip(name);
    expect(packets.length).toBeGreaterThan(20);
    expect(packets.map(packetDurationMs)).toEqual(packets.map(() => 20));
    expect(packets.every(isMono)).toBe(true);
  });

  it("last as long as what they say: ringback two seconds on, four off", () => {
    expect(loadClip("ringback").packets.length * 20).toBeCloseTo(6000, -2);
  });

  it("are read from disk once", () => {
    expect(loadClip("greeting")).toBe(loadClip("greeting"));
  });
});

describe("a text to be said", () => {
  it.each(Object.entries(promptTexts))("is found for %s", (name, text) => {
    expect(clipForText(text)).toBe(name);
  });

  it("matches whatever its case, spacing and punctuation", () => {
    expect(clipForText("  your balance is too low for this call -- GOODBYE! ")).toBe("insufficient-balance");
  });

  it("gets the fallback when no clip says it", () => {
    expect(clipForText("Hello, Ada.")).toBe("fallback");
  });
});

describe("a file that is no Ogg/Opus", () => {
  it("is refused", () => {
    expect(() => readOggOpus(Buffer.from("RIFF....WAVE"))).toThrow("No Ogg page at byte 0");
    expect(() => readOggOpus(new Uint8Array())).toThrow("not an Ogg/Opus file");
  });
});

// Bit 2 of an Opus packet's first byte says stereo (RFC 6716, 3.1).
function isMono(packet: Uint8Array): boolean {
  return ((packet[0] ?? 0) & 0b100) === 0;
}
