import { expect, test } from "vitest";
import { lostDeviceWords } from "./lost-device-words.ts";

const here = { status: "default" } as const;
const headset = { status: "missing", label: "Headset" } as const;
const desk = { status: "missing", label: "Desk speaker" } as const;

test("a device that is lost is named once, with what took its place", () => {
  expect(lostDeviceWords({ microphone: headset, speaker: here })).toMatch(/“Headset”.* default microphone/);
  expect(lostDeviceWords({ microphone: here, speaker: desk })).toMatch(/“Desk speaker”.* default speaker/);
  expect(lostDeviceWords({ microphone: headset, speaker: headset })).toMatch(/“Headset”.* default devices/);
});

test("of two devices that are lost, the one that others do not hear is named", () => {
  expect(lostDeviceWords({ microphone: headset, speaker: desk })).toMatch(/“Headset”/);
});

test("where nothing is lost, nothing is said", () => {
  const chosen = { status: "chosen", deviceId: "h1", label: "Headset" } as const;
  expect(lostDeviceWords({ microphone: chosen, speaker: here })).toBeUndefined();
});
