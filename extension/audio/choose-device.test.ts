import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseDevice } from "./choose-device.ts";
import { deviceOf } from "./testing/fake-audio-devices.ts";

const builtIn = deviceOf("audioinput", "default", "Default - Built-in");
const headset = deviceOf("audioinput", "h1", "Headset");
const twin = deviceOf("audioinput", "h2", "Headset");
const desk = deviceOf("audioinput", "d1", "Desk microphone");
const speaker = deviceOf("audiooutput", "h1", "Headset");
const unnamed = deviceOf("audioinput", "", "");
const chosen = { deviceId: "h1", label: "Headset" };

test.each([
  ["nothing was chosen", "default", [builtIn, headset], { status: "default" }],
  ["it is there", chosen, [builtIn, desk, headset], { status: "chosen", deviceId: "h1", label: "Headset" }],
  ["its twin comes first", chosen, [builtIn, twin, headset], { status: "chosen", deviceId: "h1", label: "Headset" }],
  ["it has another id", chosen, [builtIn, desk, twin], { status: "chosen", deviceId: "h2", label: "Headset" }],
  [
    "its id has another label",
    { ...chosen, label: "Kopfhörer" },
    [headset],
    { status: "chosen", deviceId: "h1", label: "Headset" },
  ],
  ["it is unplugged", chosen, [builtIn, desk], { status: "missing", label: "Headset" }],
  ["only its loudspeaker is there", chosen, [builtIn, speaker], { status: "missing", label: "Headset" }],
  ["there is nothing at all", chosen, [], { status: "missing", label: "Headset" }],
  ["neither has a label", { deviceId: "x", label: "" }, [unnamed], { status: "missing", label: "" }],
] as const)("where %s", (_, choice, devices, found) => {
  expect(chooseDevice({ choice, kind: "audioinput", devices })).toEqual(found);
});

test("a device that comes back is found again, whatever else was plugged in", () => {
  const others = fc.array(fc.constantFrom(builtIn, twin, desk, speaker, unnamed));
  fc.assert(
    fc.property(others, others, (before, after) => {
      const found = chooseDevice({ choice: chosen, kind: "audioinput", devices: [...before, headset, ...after] });
      expect(found).toEqual({ status: "chosen", deviceId: "h1", label: "Headset" });
    }),
  );
});
