import type { Call } from "#shared/api/calls.ts";
import { ok } from "#shared/result.ts";
import { expect, vi } from "vitest";
import type { PlaceCall } from "../call-messages.ts";
import { defaultAudioSettings } from "../../platform/settings.ts";
import type { VoiceLevels } from "../../quality/voice-watch.ts";
import type { QualityReport } from "../quality-reports.ts";
import { createCallSession, type CallSession } from "../call-session.ts";
import { idleSnapshot, type CallSnapshot } from "../call-snapshot.ts";
import type { Microphone, OpenMicrophone } from "../microphone.ts";
import { createFakeLine, createFakeMicrophone, type FakeLine } from "./fake-line.ts";
import type { RingingPlace } from "../ringback-tone.ts";
import type { MicrophoneRoute } from "../../audio/audio-route.ts";
import { createFakeAudioDevices } from "../../audio/testing/fake-audio-devices.ts";
import { createFakeServer, type FakeServer } from "./fake-server.ts";
import { sampleCall, sampleDialled, sampleProfile } from "./sample-call.ts";

export const callSid = "CA0123456789abcdef0123456789abcdef";

export const request: PlaceCall = {
  clientKey: sampleDialled.clientKey,
  to: sampleDialled.dialled,
  region: "US",
  session: { serverUrl: "http://127.0.0.1:8787", bearerToken: "token" },
  pollIntervalMs: 2000,
  audio: defaultAudioSettings(),
};

/** Lets the time of vitest's fake timers pass, and what was waiting for it happen. */
export function pass(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

/** A session with everything around it played by the test. Made after `vi.useFakeTimers`. */
export class SessionBench {
  readonly server: FakeServer = createFakeServer(sampleProfile(1));
  readonly line: FakeLine = createFakeLine();
  microphone = createFakeMicrophone();
  openMicrophone: OpenMicrophone = async () => ok<Microphone>(this.microphone);
  readonly openedWith: MicrophoneRoute[] = [];
  readonly ringback: string[] = [];
  readonly ringingPlaces: RingingPlace[] = [];
  readonly audioDevices = createFakeAudioDevices();
  readonly shown: CallSnapshot[] = [];
  /** Hears each snapshot, as the service worker does. */
  onShown: (snapshot: CallSnapshot) => void = () => {};
  readonly qualityReports: QualityReport[] = [];
  readonly levels: VoiceLevels[] = [];
  settled = 0;
  readonly session: CallSession;

  constructor() {
    Object.assign(this.server.routes, {
      "POST /api/calls": () => Response.json({ call: sampleCall() }),
      "POST /api/voice/token": () =>
        Response.json({ token: "jwt", identity: "ada", ttlSeconds: 3600, sandboxSignalUrl: "ws://127.0.0.1:1/signal" }),
      "POST /api/user/transactions": () => Response.json({ accepted: true, transaction: null }),
    });
    this.session = createCallSession({
      createApi: () => this.server.api,
      lines: this.line,
      openMicrophone: (route) => {
        this.openedWith.push(route);
        return this.openMicrophone(route);
      },
      ringback: {
        start: () => this.ringback.push("start"),
        stop: () => this.ringback.push("stop"),
        setPlace: (place) => this.ringingPlaces.push(place),
      },
      audioDevices: this.audioDevices,
      showLevels: (levels) => this.levels.push(levels),
      keepQuality: (report) => this.qualityReports.push(report),
      now: Date.now,
      steadyNow: () => performance.now(),
      publish: (snapshot) => {
        this.shown.push(snapshot);
        this.onShown(snapshot);
      },
      onSettled: () => {
        this.settled += 1;
      },
    });
  }

  last(): CallSnapshot {
    return this.shown.at(-1) ?? idleSnapshot;
  }

  state(): CallSnapshot["state"] {
    return this.last().state;
  }

  /** How often a route was asked for, "POST /api/calls" and the like. */
  count(route: string): number {
    return this.server.requests.filter((each) => each === route).length;
  }

  /** Has the server say what it knows of a call, on the stream and to whoever asks. */
  tell(rev: number, call: Call): void {
    this.server.profile = sampleProfile(rev, call);
    this.server.push({ type: "profile", profile: this.server.profile });
  }

  async placeAndRing(): Promise<void> {
    this.session.place(request);
    await pass();
    this.line.report({ type: "ringing", callSid, hasEarlyMedia: true });
  }

  async placeAndAnswer(): Promise<void> {
    await this.placeAndRing();
    this.line.report({ type: "opened", callSid });
    this.tell(2, sampleCall({ status: "in-progress", answeredAt: new Date().toISOString() }));
    await pass();
  }

  async expectEverythingReleased(): Promise<void> {
    // What a server answers is read in turns of the event loop, which the clock of a test does not count.
    await vi.waitFor(() => expect(this.session.isAtRest()).toBe(true), { timeout: 20_000 });
    expect(this.microphone.isOn).toBe(false);
    expect(this.line.done).toContain("close");
    expect(this.ringback.at(-1)).toBe("stop");
    expect(this.server.openStreams).toBe(0);
    expect(this.last().freshness).toBe("none");
    expect(vi.getTimerCount()).toBe(0);
  }
}
