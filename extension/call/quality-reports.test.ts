import { err, ok } from "#shared/result.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "../platform/api.ts";
import { createFakeChrome } from "./testing/fake-chrome.ts";
import { sampleCall } from "./testing/sample-call.ts";

const fake = vi.hoisted(() => ({ chrome: undefined as ReturnType<typeof createFakeChrome> | undefined }));
vi.mock("wxt/browser", () => ({
  get browser() {
    return fake.chrome?.browser;
  },
}));
vi.stubGlobal("navigator", { locks: { request: (_name: string, work: () => unknown) => work() } });

const { hostQualityReports, sendReports } = await import("./quality-reports.ts");
const serverUrl = "http://127.0.0.1:8787";
const feedback = { kind: "feedback", serverUrl, callId: sampleCall().id, feedback: { score: 1, issue: "echo" } } as const;
const away = err({ code: "server_unreachable" } as const);
const taken = ok({ kept: true });

let tellFeedback: ReturnType<typeof vi.fn<Api["tellFeedback"]>>;
const send = () => sendReports(() => ({ tellFeedback }) as unknown as Api);
const waiting = () => fake.chrome?.stored.local.get("unsentQuality") ?? [];

beforeEach(() => {
  const chrome = createFakeChrome();
  fake.chrome = chrome;
  tellFeedback = vi.fn<Api["tellFeedback"]>(async () => taken);
  chrome.stored.local.set("session", { serverUrl, bearerToken: "token" });
  chrome.stored.local.set("unsentQuality", [feedback]);
});

describe("what is to be told of a call", () => {
  it("is sent once, and then forgotten", async () => {
    await send();
    await send();
    expect(tellFeedback).toHaveBeenCalledOnce();
    expect(waiting()).toEqual([]);
  });

  it("is kept while the server is away, and sent when it is back", async () => {
    tellFeedback.mockResolvedValueOnce(away);
    await send();
    expect(waiting()).toEqual([feedback]);
    await send();
    expect(waiting()).toEqual([]);
  });

  it("is given up when the server will never take it", async () => {
    tellFeedback.mockResolvedValueOnce(err({ code: "not_found" }));
    await send();
    expect(waiting()).toEqual([]);
  });

  it("goes to no other server than the call's", async () => {
    fake.chrome?.stored.local.set("session", { serverUrl: "https://other.example", bearerToken: "token" });
    await send();
    expect(tellFeedback).not.toHaveBeenCalled();
    expect(waiting()).toEqual([feedback]);
  });

  it("is kept by the service worker before anything is sent", async () => {
    fake.chrome?.stored.local.clear();
    hostQualityReports();
    expect(await fake.chrome?.ask("quality-report", "keep", feedback)).toEqual({ ok: true, value: undefined });
    expect(waiting()).toEqual([feedback]);
  });

  it("is not more than what a hundred calls leave", async () => {
    const many = Array.from({ length: 100 }, () => ({ ...feedback, feedback: { score: 5, issue: null } }));
    fake.chrome?.stored.local.clear();
    fake.chrome?.stored.local.set("unsentQuality", many);
    hostQualityReports();
    await fake.chrome?.ask("quality-report", "keep", feedback);
    expect(waiting()).toHaveLength(100);
    expect((waiting() as unknown[]).at(-1)).toEqual(feedback);
  });
});
