import { expect, test } from "vitest";
import { failureOfMicrophone, microphoneRefusalIn } from "./microphone-failure.ts";

test.each([
  ["NotAllowedError", "Permission denied", "denied", "microphone_denied"],
  ["NotAllowedError", "Permission denied", "prompt", "microphone_dismissed"],
  ["NotAllowedError", "Permission denied by system", "granted", "microphone_blocked"],
  ["NotFoundError", "Requested device not found", "granted", "microphone_missing"],
  ["NotReadableError", "Could not start audio source", "granted", "microphone_busy"],
] as const)("a call that meets %s (%s), with the permission %s, fails as %s", async (name, message, permission, code) => {
  expect(await failureOfMicrophone(new DOMException(message, name), async () => permission)).toEqual({ code });
});

test("a failure of the microphone leads back to the refusal, and no other does", () => {
  expect(microphoneRefusalIn({ code: "microphone_blocked" })).toBe("blocked_by_system");
  expect(microphoneRefusalIn({ code: "busy" })).toBeUndefined();
});
