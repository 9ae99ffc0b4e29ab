import { err, ok } from "#shared/result.ts";
import { sinkIdOf, type MicrophoneRoute } from "../../audio/audio-route.ts";
import type { Microphone } from "../microphone.ts";
import type { DialOptions, LineEvent, VoiceLines } from "../voice-line.ts";

/** A line whose other end is the test. */
export interface FakeLine extends VoiceLines {
  /** What each dialling was asked for. */
  dialled: DialOptions[];
  /** Whether something stands by for a call. */
  isPrepared: boolean;
  /** The loudspeakers it was put on by their ids; the empty one is the default. */
  speakers: string[];
  /** What else was done to the line, in order. */
  done: string[];
  report(event: LineEvent): void;
}

export function createFakeLine(): FakeLine {
  const dialled: DialOptions[] = [];
  const done: string[] = [];
  const line: FakeLine = {
    isPrepared: false,
    speakers: [],
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
        setAudio(route) {
          line.speakers.push(sinkIdOf(route.speaker));
          return options.microphone.follow(route.microphone, async () => {});
        },
        updateToken: (token) => done.push(`token ${token}`),
        close: () => done.push("close"),
      });
    },
  };
  return line;
}

export interface FakeMicrophone extends Microphone {
  isOn: boolean;
  /** What it was asked to become, in order. */
  followed: MicrophoneRoute[];
  /** Whether the next device cannot be opened. */
  isRefused: boolean;
}

/** A microphone that knows whether it is on. */
export function createFakeMicrophone(): FakeMicrophone {
  const microphone: FakeMicrophone = {
    isOn: true,
    followed: [],
    isRefused: false,
    stream: () => Promise.reject(new Error("No test listens.")),
    isMutedBySystem: () => false,
    follow: async (route) => {
      microphone.followed.push(route);
      return microphone.isRefused ? err("microphone_refused") : ok(undefined);
    },
    release() {
      microphone.isOn = false;
    },
  };
  return microphone;
}
