import type { Profile } from "#shared/api/profile.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followProfile } from "./profile-feed.ts";
import { createFakeServer, type FakeServer } from "./testing/fake-server.ts";
import { sampleProfile } from "./testing/sample-call.ts";

const pollIntervalMs = 2000;
const second = 1000;

let server: FakeServer;
let stop: AbortController;
let heard: Profile[];
let freshness: string[];

beforeEach(() => {
  vi.useFakeTimers();
  server = createFakeServer(sampleProfile(1));
  stop = new AbortController();
  heard = [];
  freshness = [];
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function follow(): Promise<void> {
  return followProfile({
    api: server.api,
    pollIntervalMs,
    onProfile: (profile) => heard.push(profile),
    onFreshness: (how) => freshness.push(how),
    signal: stop.signal,
    random: () => 1,
  });
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const revs = () => heard.map(({ rev }) => rev);
const asked = () => server.requests.filter((route) => route === "GET /api/user/profile").length;

describe("while the stream is held", () => {
  it("hears every change and asks for nothing", async () => {
    void follow();
    await pass(10);
    server.push({ type: "profile", profile: sampleProfile(2) });
    server.push({ type: "heartbeat", rev: 2 });
    await pass(20 * second);
    expect(revs()).toEqual([1, 2]);
    expect(asked()).toBe(0);
    expect(freshness.at(-1)).toBe("stream");
  });

  it("passes over what is no event it knows", async () => {
    server.profile = { ...sampleProfile(1), balance: undefined } as unknown as Profile;
    void follow();
    await pass(10);
    expect(heard).toEqual([]);
    server.push({ type: "profile", profile: sampleProfile(2) });
    await pass(10);
    expect(revs()).toEqual([2]);
  });
});

describe("while the stream cannot be held", () => {
  it("asks every two seconds instead, beginning at once when a stream breaks", async () => {
    void follow();
    await pass(10);
    server.isStreaming = false;
    server.profile = sampleProfile(5);
    server.breakStreams();
    await pass(10);
    expect(asked()).toBe(1);
    await pass(10 * second);
    expect(asked()).toBe(6);
    expect(revs()).toEqual([1, 5, 5, 5, 5, 5, 5]);
    expect(freshness.at(-1)).toBe("polling");
  });

  it("asks from the first interval on where there never was a stream", async () => {
    server.isStreaming = false;
    void follow();
    await pass(4100);
    expect(asked()).toBeGreaterThanOrEqual(2);
    expect(freshness).not.toContain("stream");
  });

  it("stops asking as soon as a stream is back, and says where it had got to", async () => {
    void follow();
    await pass(10);
    server.isStreaming = false;
    server.breakStreams();
    await pass(5 * second);
    server.isStreaming = true;
    await pass(10 * second);
    const askedByThen = asked();
    expect(freshness.at(-1)).toBe("stream");
    await pass(20 * second);
    expect(asked()).toBe(askedByThen);
    expect(server.lastEventIds.at(-1)).toBe("1");
  });

  it("notices within 45 s that a stream is dead which nobody closed", async () => {
    void follow();
    await pass(10);
    server.isStreaming = false;
    await pass(44 * second);
    expect(asked()).toBe(0);
    await pass(2 * second);
    expect(asked()).toBeGreaterThan(0);
  });

  it("comes back more and more slowly to a server that is down, and never stops", async () => {
    server.isUp = false;
    void follow();
    await pass(120 * second);
    const attempts = server.requests.filter((route) => route === "GET /api/live").length;
    expect(attempts).toBeGreaterThan(10);
    expect(attempts).toBeLessThan(20);
    expect(freshness.at(-1)).toBe("none");
    server.isUp = true;
    await pass(11 * second);
    expect(freshness.at(-1)).toBe("stream");
  });
});

it("lets go of the stream, and asks nothing more, once it is told to stop", async () => {
  const followed = follow();
  await pass(10);
  expect(server.openStreams).toBe(1);
  stop.abort();
  await followed;
  await pass(60 * second);
  expect(server.openStreams).toBe(0);
  expect(server.requests).toEqual(["GET /api/live"]);
  expect(vi.getTimerCount()).toBe(0);
});

it("stops asking, too, when it is told to stop while it asks", async () => {
  server.isStreaming = false;
  const followed = follow();
  await pass(6 * second);
  stop.abort();
  await followed;
  const before = server.requests.length;
  await pass(60 * second);
  expect(server.requests.length).toBe(before);
});
