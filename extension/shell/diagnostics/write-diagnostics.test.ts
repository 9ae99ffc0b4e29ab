import { callQualitySchema } from "#shared/api/call-quality.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventsBetween } from "../../call/call-log.ts";
import { idleSnapshot, type CallSnapshot } from "../../call/call-snapshot.ts";
import type { CallState, Failure } from "../../call/call-state.ts";
import { sampleCall, sampleDialled, sampleProfile } from "../../call/testing/sample-call.ts";
import { defaultAudioSettings, type Settings } from "../../platform/settings.ts";
import { parsePhoneNumber } from "#shared/phone-number.ts";
import { writeDiagnostics, type DiagnosticFacts } from "./write-diagnostics.ts";

function numberOf(text: string) {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text} is no number.`);
  return parsed.value.e164;
}

const settings: Settings = {
  serverUrl: "https://calls.example.org:8443",
  defaultCountry: "US",
  fromNumber: numberOf("+14155550199"),
  pollIntervalMs: 2000,
  quietHours: "off",
  dialerPlace: "popup",
  asksAboutSound: true,
  toolbarCount: false,
  audio: {
    ...defaultAudioSettings(),
    microphone: { deviceId: "5f1d", label: "Ada's Headset" },
    processing: { noiseSuppression: false, echoCancellation: true, autoGainControl: true },
  },
};

const facts: DiagnosticFacts = {
  nowMs: Date.UTC(2026, 0, 5, 9),
  extensionVersion: "1.2.3",
  voiceSdkVersion: "2.18.5",
  browser: { brand: "Chrome", version: "141.0.0.0", platform: "Linux" },
  microphone: "granted",
  settings,
  session: { serverUrl: settings.serverUrl, bearerToken: "bearer-secret" },
  serverInfo: undefined,
  snapshot: idleSnapshot,
  log: [],
};

const failed = (failure: Failure): CallState => ({
  status: "failed",
  ...sampleDialled,
  call: sampleCall({ status: "failed", reason: "carrier_error" }),
  failure,
  endedAtMs: 2_000,
});

describe("a report for whoever helps", () => {
  test("names versions, the kind of address, the failure by its codes, and what happened when", () => {
    const snapshot = { ...idleSnapshot, state: failed({ code: "connection_lost", sdkCode: 53_001 }) };
    const log = eventsBetween(idleSnapshot, snapshot).map((event) => ({ atMs: facts.nowMs, event }));
    const report = writeDiagnostics({ ...facts, snapshot, log });
    expect(report).toContain("Extension: 1.2.3\nVoice SDK: 2.18.5\nBrowser: Chrome 141.0.0.0 on Linux");
    expect(report).toContain("Server address: https, another machine, a port of its own");
    expect(report).toContain(
      "Devices: microphone chosen, speaker default, ringtone default\nVoice treatment: noise off, echo on, gain on",
    );
    expect(report).toContain("Failure: connection_lost, SDK error 53001");
    expect(report).toContain("2026-01-05T09:00:00.000Z call.failed.connection_lost 53001");
  });

  test.each([
    ["http://127.0.0.1:8787", "http, this machine, a port of its own"],
    ["http://localhost", "http, this machine, the usual port"],
    ["https://ringback.example.org", "https, another machine, the usual port"],
    ["javascript:alert(1)", "none that can be read"],
  ])("calls %s %s", (serverUrl, kind) => {
    expect(writeDiagnostics({ ...facts, session: { serverUrl, bearerToken: "t" } })).toContain(`Server address: ${kind}\n`);
  });

  test("tells how a call sounded", () => {
    const spread = { average: 3, min: 1, max: 4.4 };
    const record = callQualitySchema.parse({
      sampleCount: 30,
      mos: spread,
      jitterMs: spread,
      rttMs: null,
      lossPercent: spread,
      warnings: [{ name: "high-jitter", count: 2 }],
    });
    const report = writeDiagnostics({ ...facts, snapshot: { ...idleSnapshot, sound: { phase: "over", record } } });
    expect(report).toContain("Sound over 30 s (average, least, most):\n  MOS: 3, 1, 4.4");
    expect(report).toContain("round trip ms: unknown\n  warnings: high-jitter 2");
  });
});

// Long enough that none of them is in a report by chance.
const secret = fc.stringMatching(/^[A-Za-z0-9]{16,40}$/).map((text) => `zq${text}`);
const phone = fc.stringMatching(/^[2-9]\d{6}$/).map((digits) => `+1415${digits}`);

describe("whatever is known, in a report there is", () => {
  test("no token, no number, no name, no address, no note, no id, nor any long row of digits", () => {
    const told = fc.record({
      token: secret,
      host: secret.map((text) => text.toLowerCase()),
      name: secret,
      note: secret,
      sentence: secret,
      callSid: secret,
      email: secret.map((text) => `${text}@example.com`),
      version: fc.oneof(secret, phone),
      to: phone,
      from: phone,
    });
    fc.assert(
      fc.property(told, fc.constantFrom("open", "failed", "ended"), (known, status) => {
        const serverUrl = `https://${known.host}.example:8443/path`;
        const call = {
          ...sampleCall({ contactName: known.name, note: known.note, clientKey: known.token }),
          toNumber: known.to as ReturnType<typeof numberOf>,
          fromNumber: known.from as ReturnType<typeof numberOf>,
        };
        const dialled = { ...sampleDialled, clientKey: known.token, dialled: known.to };
        const states: Record<typeof status, CallState> = {
          open: { status: "open", ...dialled, call, callSid: known.callSid, answeredAtMs: 1, isMuted: false },
          failed: { status: "failed", ...dialled, call, failure: { code: "busy", detail: known.sentence }, endedAtMs: 2 },
          ended: { status: "ended", ...dialled, call, answeredAtMs: 1, endedAtMs: 2 },
        };
        const profile = sampleProfile(1, call);
        const user = { ...profile.user, email: known.email, name: known.name };
        const snapshot: CallSnapshot = { ...idleSnapshot, state: states[status], profile: { ...profile, user } };
        const report = writeDiagnostics({
          ...facts,
          snapshot,
          extensionVersion: known.version,
          settings: { ...settings, serverUrl, fromNumber: call.fromNumber },
          session: { serverUrl, bearerToken: known.token },
          serverInfo: {
            service: "ringback",
            version: known.version,
            carrier: "twilio",
            signUpOpen: false,
            demoAvailable: false,
            cardPayments: false,
          },
          log: eventsBetween(idleSnapshot, snapshot).map((event) => ({ atMs: 1, event })),
        });
        for (const text of [...Object.values(known), call.id, profile.user.accountId, known.to.slice(2)]) {
          expect(report).not.toContain(text);
        }
        expect(report).not.toMatch(/\d{6}/);
        expect(report).not.toMatch(/zq/);
      }),
    );
  });
});
