import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

vi.mock("wxt/browser", () => ({ browser: {} }));
const { defaultSettings, parseSettings } = await import("./settings-store.ts");

const speak = (language: string) => vi.stubGlobal("navigator", { language });
beforeEach(() => speak("en-US"));
afterEach(() => vi.unstubAllGlobals());

describe("what was stored", () => {
  it("is the defaults when nothing was", () => {
    expect(parseSettings(undefined)).toEqual(defaultSettings());
  });

  it("is kept member by member when one of them is bad", () => {
    const settings = parseSettings({
      serverUrl: "https://ringback.example.com",
      defaultCountry: "XX",
      pollIntervalMs: 1,
      quietHours: { fromHour: 21, untilHour: 24 },
      audio: { microphone: { deviceId: "" }, speaker: 1, ringtoneVolume: 2, processing: { noiseSuppression: "off" } },
    });
    expect(settings).toEqual({ ...defaultSettings(), serverUrl: "https://ringback.example.com" });
  });

  it("comes back as it was written", () => {
    const settings = {
      ...defaultSettings(),
      fromNumber: parseSettings({ fromNumber: "+14155550199" }).fromNumber,
      pollIntervalMs: 5000,
      quietHours: "off",
      audio: {
        ...defaultSettings().audio,
        microphone: { deviceId: "5f1d", label: "Headset" },
        ringtoneVolume: 0.5,
        processing: { noiseSuppression: false, echoCancellation: true, autoGainControl: false },
      },
    };
    expect(settings.fromNumber).toBe("+14155550199");
    expect(parseSettings(structuredClone(settings))).toEqual(settings);
  });

  it.each([null, 0, "settings", []])("may be anything: %j", (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings());
  });
});

describe("the default country", () => {
  it.each([
    ["en-GB", "GB"],
    ["de-AT", "AT"],
    ["de", "DE"],
    ["en", "US"],
    ["es-419", "US"],
    ["eo", "US"],
  ])("of a browser in %s is %s", (language, country) => {
    speak(language);
    expect(defaultSettings().defaultCountry).toBe(country);
  });
});
