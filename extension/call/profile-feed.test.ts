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

  it("keeps a stream on which nothing happens, as long as its heart beats", async () => {
    void follow();
    await pass(10);
    for (let beat = 0; beat < 10; beat += 1) {
      await pass(20 * second);
      server.push({ type: "heartbeat", rev: 1 });
    }
    expect(server.requests).toEqual(["GET /api/live"]);
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
    expect(revs()).toEqual([1, 5]);
    expect(freshness.at(-1)).toBe("polling");
  });

  it("is not sent a profile again that it has, and hears of each change at the next question", async () => {
    server.isStreaming = false;
    void follow();
    await pass(10 * second);
    expect(server.profileAnswers.whole).toBe(1);
    expect(server.profileAnswers.unchanged).toBeGreaterThanOrEqual(3);
    server.profile = sampleProfile(2);
    await pass(2 * second);
    expect(revs()).toEqual([1, 2]);
    expect(server.profileAnswers.whole).toBe(2);
  });

  it("goes on asking a server that names no version of its profiles", async () => {
    server.isStreaming = false;
    server.routes["GET /api/user/profile"] = () => Response.json(server.profile);
    void follow();
    await pass(7 * second);
    expect(revs()).toEqual([1, 1, 1]);
  });

  it("asks at the interval that was set, counted from question to question", async () => {
    server.isStreaming = false;
    server.routes["GET /api/user/profile"] = async () => {
      await new Promise((resolve) => setTimeout(resolve, second));
      return Response.json(server.profile);
    };
    void follow();
    await pass(2 * second);
    const before = asked();
    await pass(20 * second);
    expect(asked() - before).toBe(10);
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

  it("opens another stream in place of one that fell silent, and asks nothing once it is there", async () => {
    void follow();
    await pass(10);
    server.profile = sampleProfile(7);
    await pass(46 * second);
    expect(server.lastEventIds).toEqual([null, "1"]);
    expect(revs().at(-1)).toBe(7);
    const askedByThen = asked();
    await pass(20 * second);
    expect(asked()).toBe(askedByThen);
    expect(server.openStreams).toBe(1);
  });

  it("misses nothing that happened while the server was restarted", async () => {
    void follow();
    await pass(10);
    server.push({ type: "profile", profile: sampleProfile(4) });
    await pass(10);
    server.isUp = false;
    server.breakStreams();
    await pass(6 * second);
    expect(freshness.at(-1)).toBe("none");
    server.profile = sampleProfile(9);
    server.isUp = true;
    await pass(11 * second);
    expect(server.lastEventIds.at(-1)).toBe("4");
    expect(revs().at(-1)).toBe(9);
    expect(freshness.at(-1)).toBe("stream");
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
