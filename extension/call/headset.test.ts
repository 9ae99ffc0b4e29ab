import { beforeEach, describe, expect, it } from "vitest";
import type { CallState } from "./call-state.ts";
import { createHeadset, type CallMediaSession } from "./headset.ts";
import { sampleCall, sampleDialled } from "./testing/sample-call.ts";

const talking = { ...sampleDialled, call: sampleCall(), callSid: "CA1", answeredAtMs: 1 };
const idle: CallState = { status: "idle" };
const requesting: CallState = { status: "requesting", ...sampleDialled };
const open: CallState = { status: "open", ...talking, isMuted: false };
const muted: CallState = { status: "open", ...talking, isMuted: true };
const reconnecting: CallState = { status: "reconnecting", ...talking, isMuted: true };
const ended: CallState = { status: "ended", ...sampleDialled, call: sampleCall(), answeredAtMs: 1, endedAtMs: 2 };

class FakeMediaSession implements CallMediaSession {
  readonly handlers = new Map<string, () => void>();
  playbackState: MediaSessionPlaybackState = "none";
  isMicrophoneActive = false;
  readonly #unknown: readonly string[];

  constructor(unknown: readonly string[] = []) {
    this.#unknown = unknown;
  }

  setActionHandler(action: string, handler: (() => void) | null): void {
    if (this.#unknown.includes(action)) throw new TypeError(`'${action}' is not a valid enum value of type MediaSessionAction.`);
    if (handler) this.handlers.set(action, handler);
    else this.handlers.delete(action);
  }

  setMicrophoneActive(isActive: boolean): void {
    this.isMicrophoneActive = isActive;
  }

  press(action: string): void {
    this.handlers.get(action)?.();
  }
}

let done: string[];

const commands = {
  setMuted: (isMuted: boolean) => void done.push(isMuted ? "mute" : "unmute"),
  hangUp: () => void done.push("hang up"),
};

beforeEach(() => {
  done = [];
});

describe("the buttons of a headset", () => {
  it("mute and unmute by what the call is now, also while the network is lost", () => {
    const session = new FakeMediaSession();
    const show = createHeadset(session, commands);
    show(requesting);
    session.press("togglemicrophone");
    expect(done).toEqual([]);
    for (const state of [open, muted, reconnecting]) {
      show(state);
      session.press("togglemicrophone");
    }
    expect(done).toEqual(["mute", "unmute", "unmute"]);
  });

  it("hang up from the first moment of a call", () => {
    const session = new FakeMediaSession();
    createHeadset(session, commands)(requesting);
    session.press("hangup");
    expect(done).toEqual(["hang up"]);
  });

  it("show whether the microphone is on", () => {
    const session = new FakeMediaSession();
    const show = createHeadset(session, commands);
    const seen = [requesting, open, muted, open, ended].map((state) => {
      show(state);
      return session.isMicrophoneActive;
    });
    expect(seen).toEqual([false, true, false, true, false]);
  });

  it.each([idle, ended])("do nothing any more once the call is $status", (over) => {
    const session = new FakeMediaSession();
    const show = createHeadset(session, commands);
    show(open);
    expect(session.playbackState).toBe("playing");
    show(over);
    expect(session.handlers.size).toBe(0);
    expect(session).toMatchObject({ playbackState: "none", isMicrophoneActive: false });
  });

  it("are there as far as the browser knows them", () => {
    const session = new FakeMediaSession(["togglemicrophone"]);
    createHeadset(session, commands)(open);
    expect([...session.handlers.keys()]).toEqual(["hangup"]);
    expect(() => createHeadset(undefined, commands)(open)).not.toThrow();
    const old: CallMediaSession = { setActionHandler: () => {}, playbackState: "none" };
    expect(() => createHeadset(old, commands)(open)).not.toThrow();
  });
});
