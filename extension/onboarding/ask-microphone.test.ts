import { expect, test, vi } from "vitest";
import { askMicrophone, type MicrophoneBrowser } from "./ask-microphone.ts";

function refusing(name: string, message: string, state: PermissionState): MicrophoneBrowser {
  return { getUserMedia: () => Promise.reject(new DOMException(message, name)), permissionState: () => Promise.resolve(state) };
}

test.each([
  ["NotAllowedError", "Permission denied", "denied", "denied"],
  ["NotAllowedError", "Permission dismissed", "prompt", "dismissed"],
  ["NotAllowedError", "Permission denied by system", "granted", "blocked_by_system"],
  ["NotFoundError", "Requested device not found", "prompt", "missing"],
  ["NotReadableError", "Could not start audio source", "granted", "in_use"],
] as const)("%s (%s) is told apart", async (name, message, state, answer) => {
  expect(await askMicrophone(refusing(name, message, state))).toBe(answer);
});

test("a microphone that was granted is let go at once", async () => {
  const stop = vi.fn();
  const stream = { getTracks: () => [{ stop }, { stop }] } as unknown as MediaStream;
  const granted: MicrophoneBrowser = {
    getUserMedia: () => Promise.resolve(stream),
    permissionState: () => Promise.resolve("granted"),
  };
  expect(await askMicrophone(granted)).toBe("granted");
  expect(stop).toHaveBeenCalledTimes(2);
});

test("what no browser should do is not swallowed", async () => {
  await expect(askMicrophone(refusing("OverconstrainedError", "", "granted"))).rejects.toThrow(DOMException);
});
