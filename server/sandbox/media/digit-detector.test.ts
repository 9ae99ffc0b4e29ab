import { describe, expect, it } from "vitest";
import { DigitDetector, type EventPacket } from "./digit-detector.ts";

function detect(packets: EventPacket[]): string {
  let digits = "";
  const detector = new DigitDetector((digit) => (digits += digit));
  for (const packet of packets) detector.accept(packet);
  return digits;
}

function eventPacket(options: { event: number; timestamp: number; duration?: number; end?: boolean }): EventPacket {
  const { event, timestamp, duration = 960, end = false } = options;
  return { timestamp, payload: Uint8Array.from([event, end ? 0x8a : 0x0a, duration >> 8, duration & 0xff]) };
}

/** A press as browsers send it: packets every 20 ms, then the end three times. */
function press(event: number, timestamp: number): EventPacket[] {
  const running = Array.from({ length: 8 }, (_, i) => eventPacket({ event, timestamp, duration: 960 * (i + 1) }));
  const end = eventPacket({ event, timestamp, duration: 7680, end: true });
  return [...running, end, end, end];
}

describe("a digit pressed", () => {
  it.each(Array.from("0123456789*#ABCD", (digit, event) => ({ digit, event })))("$digit is heard once", ({ digit, event }) => {
    expect(detect(press(event, 1000))).toBe(digit);
  });

  it("twice is heard twice", () => {
    expect(detect([...press(5, 1000), ...press(5, 20_000)])).toBe("55");
  });

  it("is heard when all but one of its packets are lost", () => {
    expect(detect(press(5, 1000).slice(-1))).toBe("5");
    expect(detect([...press(5, 1000).slice(0, 1), ...press(6, 20_000)])).toBe("56");
  });

  it("is not heard again when an old packet comes late", () => {
    expect(detect([...press(1, 1000), ...press(2, 20_000), ...press(1, 1000)])).toBe("12");
  });

  it("is heard across the wrap-around of timestamps", () => {
    expect(detect([...press(1, 0xffff_f000), ...press(2, 4096)])).toBe("12");
  });

  it("for longer than the duration field can count is one press", () => {
    const held = [1000, 1000 + 0xffff, 1000 + 2 * 0xffff].map((timestamp) =>
      eventPacket({ event: 9, timestamp, duration: 0xffff }),
    );
    expect(detect([...held, eventPacket({ event: 9, timestamp: 1000 + 2 * 0xffff, end: true })])).toBe("9");
  });
});

describe("a packet that is no digit", () => {
  it.each([
    ["is empty", []],
    ["is cut off", [5, 0x0a]],
    ["is a flash", [16, 0x0a, 0, 160]],
  ])("says nothing when it %s", (_, bytes) => {
    expect(detect([{ timestamp: 1000, payload: Uint8Array.from(bytes) }])).toBe("");
  });
});
