import { expect, test, vi } from "vitest";
import { closeVoice, openVoice } from "./open-voice.ts";

test("a refusal is told for what it is", async () => {
  const dismissing = {
    getUserMedia: () => Promise.reject(new DOMException("Permission dismissed", "NotAllowedError")),
    readPermission: async () => "prompt" as const,
  };
  expect(await openVoice({ browser: dismissing })).toEqual({ ok: false, error: "dismissed" });
});

test("a microphone that was granted is let go with all of its tracks", async () => {
  const stop = vi.fn();
  const stream = { getTracks: () => [{ stop }, { stop }] } as unknown as MediaStream;
  const granting = { getUserMedia: () => Promise.resolve(stream), readPermission: async () => "granted" as const };
  const opened = await openVoice({ browser: granting });
  expect(opened).toEqual({ ok: true, value: stream });
  closeVoice(stream);
  expect(stop).toHaveBeenCalledTimes(2);
});
