import { expect, test } from "vitest";
import { microphoneRefusalOf } from "./microphone-refusal.ts";

test.each([
  ["NotAllowedError", "Permission denied", "denied", "denied"],
  ["NotAllowedError", "Permission dismissed", "prompt", "dismissed"],
  ["NotAllowedError", "Permission denied by system", "granted", "blocked_by_system"],
  ["NotAllowedError", "Permission denied by system", "prompt", "blocked_by_system"],
  ["SecurityError", "", "denied", "denied"],
  ["NotFoundError", "Requested device not found", "prompt", "missing"],
  ["OverconstrainedError", "", "granted", "missing"],
  ["NotReadableError", "Could not start audio source", "granted", "busy"],
  ["AbortError", "Starting audioinput failed", "granted", "busy"],
] as const)("%s (%s), with the permission %s, is %s", async (name, message, permission, refusal) => {
  expect(await microphoneRefusalOf(new DOMException(message, name), async () => permission)).toBe(refusal);
});

test.each([new DOMException("", "InvalidStateError"), new TypeError("no constraints"), "no error at all"])(
  "what no browser refuses with is not swallowed: %s",
  async (error) => {
    await expect(microphoneRefusalOf(error, async () => "granted")).rejects.toBe(error);
  },
);
