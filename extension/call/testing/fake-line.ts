import { ok } from "#shared/result.ts";
import type { Microphone } from "../microphone.ts";
import type { DialOptions, LineEvent, VoiceLines } from "../voice-line.ts";

/** A line whose other end is the test. */
export interface FakeLine extends VoiceLines {
  /** What each dialling was asked for. */
  dialled: DialOptions[];
  /** Whether something stands by for a call. */
  isPrepared: boolean;
  /** What was done to the line, in order. */
  done: string[];
  report(event: LineEvent): void;
}

export function createFakeLine(): FakeLine {
  const dialled: DialOptions[] = [];
  const done: string[] = [];
  const line: FakeLine = {
    isPrepared: false,
    dialled,
    done,
    prepare: () => void (line.isPrepared = true),
    letGo: () => void (line.isPrepared = false),
    report: (event) => dialled.at(-1)?.onEvent(event),
    dial: async (options) => {
      dialled.push(options);
      return ok({
        setMuted(isMuted) {
          done.push(isMuted ? "mute" : "unmute");
          options.onEvent({ type: "muted", isMuted });
        },
        sendDigit: (digit) => done.push(`digit ${digit}`),
        updateToken: (token) => done.push(`token ${token}`),
        close: () => done.push("close"),
      });
    },
  };
  return line;
}

/** A microphone that knows whether it is on. */
export function createFakeMicrophone(): Microphone & { isOn: boolean } {
  const microphone = {
    isOn: true,
    stream: () => Promise.reject(new Error("No test listens.")),
    isMutedBySystem: () => false,
    release() {
      microphone.isOn = false;
    },
  };
  return microphone;
}
