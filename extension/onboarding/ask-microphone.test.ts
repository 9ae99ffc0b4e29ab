import { expect, test, vi } from "vitest";
import { askMicrophone } from "./ask-microphone.ts";

test("a refusal is told for what it is", async () => {
  const dismissing = {
    getUserMedia: () => Promise.reject(new DOMException("Permission dismissed", "NotAllowedError")),
    readPermission: async () => "prompt" as const,
  };
  expect(await askMicrophone(dismissing)).toBe("dismissed");
});

test("a microphone that was granted is let go at once", async () => {
  const stop = vi.fn();
  const stream = { getTracks: () => [{ stop }, { stop }] } as unknown as MediaStream;
  const granting = { getUserMedia: () => Promise.resolve(stream), readPermission: async () => "granted" as const };
  expect(await askMicrophone(granting)).toBe("granted");
  expect(stop).toHaveBeenCalledTimes(2);
});
