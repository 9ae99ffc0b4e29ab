import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { realPace } from "./clip-player.ts";
import { SilenceFiller } from "./silence-filler.ts";

const sendSilence = vi.fn();
let filler: SilenceFiller;

beforeEach(() => {
  vi.useFakeTimers();
  sendSilence.mockClear();
  filler = new SilenceFiller({ sendSilence, pace: realPace });
  filler.start();
});

afterEach(() => {
  filler.stop();
  vi.useRealTimers();
});

describe("silence", () => {
  it("is sent every 20 ms while there is nothing else", () => {
    vi.advanceTimersByTime(1000);
    expect(sendSilence.mock.calls.length).toBeCloseTo(50, -1);
  });

  it("is not sent while there is voice", () => {
    filler.noteVoice();
    for (let sent = 0; sent < 20; sent++) {
      vi.advanceTimersByTime(60);
      filler.noteVoice();
    }
    expect(sendSilence).not.toHaveBeenCalled();
  });

  it("comes back when the voice has stopped for a while", () => {
    filler.noteVoice();
    vi.advanceTimersByTime(99);
    expect(sendSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(sendSilence).toHaveBeenCalled();
  });

  it("ends when it is stopped", () => {
    filler.stop();
    vi.advanceTimersByTime(1000);
    expect(sendSilence).not.toHaveBeenCalled();
  });

  it("does not burst out what a stalled process has missed", () => {
    vi.advanceTimersByTime(20);
    sendSilence.mockClear();
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 5000);
    vi.advanceTimersByTime(20);
    now.mockRestore();
    expect(sendSilence.mock.calls.length).toBeLessThan(3);
  });
});
