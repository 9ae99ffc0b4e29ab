import { expect, test } from "vitest";
import { defaultAudioSettings } from "../platform/settings.ts";
import { constraintsOf, routeAudio, sinkIdOf } from "./audio-route.ts";
import { deviceOf } from "./testing/fake-audio-devices.ts";

const settings = defaultAudioSettings();
const headset = deviceOf("audioinput", "h1", "Headset");
const defaultOn = (groupId: string) => deviceOf("audioinput", "default", "Default", groupId);

test("the default is another source once another machine stands for it", () => {
  const before = routeAudio(settings, [defaultOn("built-in")]).microphone.source;
  expect(routeAudio(settings, [defaultOn("built-in"), headset]).microphone.source).toBe(before);
  expect(routeAudio(settings, [defaultOn("headset"), headset]).microphone.source).not.toBe(before);
});

test("a chosen device is the same source whatever becomes the default", () => {
  const chosen = { ...settings, microphone: { deviceId: "h1", label: "Headset" } };
  const before = routeAudio(chosen, [defaultOn("built-in"), headset]).microphone.source;
  expect(routeAudio(chosen, [defaultOn("headset"), headset]).microphone.source).toBe(before);
});

test("a microphone is asked for with its treatment, and by name only when one was chosen and is there", () => {
  const processing = { noiseSuppression: false, echoCancellation: true, autoGainControl: true };
  const chosen = { ...settings, processing, microphone: { deviceId: "h1", label: "Headset" } };
  expect(constraintsOf(routeAudio(chosen, [headset]).microphone)).toEqual({ ...processing, deviceId: { exact: "h1" } });
  expect(constraintsOf(routeAudio(chosen, []).microphone)).toEqual(processing);
  expect(constraintsOf(routeAudio(settings, [headset]).microphone)).toEqual(settings.processing);
});

test("a loudspeaker that is not there is the default one", () => {
  const chosen = { ...settings, speaker: { deviceId: "s1", label: "Desk" }, ringtone: { deviceId: "s2", label: "Room" } };
  const route = routeAudio(chosen, [deviceOf("audiooutput", "s2", "Room")]);
  expect(sinkIdOf(route.speaker)).toBe("");
  expect(sinkIdOf(route.ringtone)).toBe("s2");
});
