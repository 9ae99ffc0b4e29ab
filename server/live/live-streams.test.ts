import type { Profile } from "#shared/api/profile.ts";
import { accountIdSchema } from "#shared/ids.ts";
import { micros, zeroMicros } from "#shared/money.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SignedIn } from "../http/context.ts";
import { createLiveStreams, formatEvent, type LiveStreamsDeps, type StreamSink } from "./live-streams.ts";

const accountId = accountIdSchema.parse(`acct_${"A".repeat(26)}`);
const ada: SignedIn = { userId: "u1", accountId, email: "ada@example.com", name: "Ada", role: "owner", isDemo: false };
const limits = {
  maxConcurrentCalls: 3,
  maxPerMinuteMicros: micros(1_000_000),
  maxPerCallMicros: null,
  maxPerDayMicros: null,
  countries: null,
};

function profile(rev: number): Profile {
  const balance = {
    postedMicros: zeroMicros,
    heldMicros: zeroMicros,
    availableMicros: zeroMicros,
    owedMicros: zeroMicros,
    lowBalanceMicros: zeroMicros,
    isLow: false,
  };
  return { rev, user: { ...ada }, balance, limits, recentCalls: [] };
}

function sink(): StreamSink & { texts: string[]; isEnded: boolean; waitingBytes: number } {
  return {
    texts: [],
    isEnded: false,
    waitingBytes: 0,
    write(text) {
      this.texts.push(text);
    },
    end() {
      this.isEnded = true;
    },
  };
}

function setUp(options: Partial<LiveStreamsDeps> = {}) {
  const state = { rev: 1, reads: 0, subscriptions: 0, change: () => {} };
  const failures: unknown[] = [];
  const streams = createLiveStreams({
    bus: {
      subscribe(_accountId, listener) {
        state.subscriptions += 1;
        state.change = listener;
        return () => void (state.subscriptions -= 1);
      },
      close() {},
    },
    readProfile: async () => {
      state.reads += 1;
      return profile(state.rev);
    },
    readRev: async () => state.rev,
    handleFailure: (failure) => void failures.push(failure),
    ...options,
  });
  return { streams, state, failures };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const revsOf = (texts: string[]) => texts.map((text) => /event: (\w+)/.exec(text)?.[1] + " " + /id: (\d+)/.exec(text)?.[1]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("live streams", () => {
  test("send the snapshot at once and after every change", async () => {
    const { streams, state } = setUp();
    const out = sink();
    streams.open(ada, out);
    await settle();
    state.rev = 2;
    state.change();
    await settle();
    expect(revsOf(out.texts)).toEqual(["profile 1", "profile 2"]);
    expect(out.texts[0]).toBe(formatEvent({ type: "profile", profile: profile(1) }));
  });

  test("read the snapshot once for all streams of an account", async () => {
    const { streams, state } = setUp();
    const sinks = [sink(), sink(), sink()];
    for (const out of sinks) streams.open(ada, out);
    await settle();
    const readsToOpen = state.reads;
    state.rev = 2;
    state.change();
    await settle();
    expect(state.reads).toBe(readsToOpen + 1);
    expect(sinks.map((out) => revsOf(out.texts))).toEqual(sinks.map(() => ["profile 1", "profile 2"]));
    expect(state.subscriptions).toBe(1);
  });

  test("never send an older snapshot after a newer one", async () => {
    const reads: ((read: Profile) => void)[] = [];
    const { streams, state } = setUp({ readProfile: () => new Promise((resolve) => void reads.push(resolve)) });
    const out = sink();
    streams.open(ada, out);
    state.change();
    state.change();
    await settle();
    expect(reads).toHaveLength(1);
    state.rev = 3;
    reads[0]?.(profile(1));
    await settle();
    expect(reads).toHaveLength(2);
    reads[1]?.(profile(3));
    await settle();
    expect(revsOf(out.texts)).toEqual(["profile 1", "profile 3"]);
  });

  test("say nothing when nothing that is seen has changed, and read no snapshot to find out", async () => {
    const { streams, state } = setUp();
    const out = sink();
    streams.open(ada, out);
    await settle();
    state.change();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(revsOf(out.texts)).toEqual(["profile 1", "heartbeat 1"]);
    expect(state.reads).toBe(1);
  });

  test("beat every 20 s with the rev that was sent last", async () => {
    const { streams } = setUp();
    const out = sink();
    streams.open(ada, out);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(revsOf(out.texts)).toEqual(["profile 1", "heartbeat 1", "heartbeat 1", "heartbeat 1"]);
  });

  test("beat for each account from when its first stream came, so that not all sockets are written to at once", async () => {
    const { streams } = setUp();
    const [first, second] = [sink(), sink()];
    streams.open(ada, first);
    await vi.advanceTimersByTimeAsync(7_000);
    streams.open({ ...ada, accountId: accountIdSchema.parse(`acct_${"B".repeat(26)}`) }, second);
    await vi.advanceTimersByTimeAsync(13_000);
    expect([first, second].map((out) => revsOf(out.texts))).toEqual([["profile 1", "heartbeat 1"], ["profile 1"]]);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(revsOf(second.texts)).toEqual(["profile 1", "heartbeat 1"]);
  });

  test("find at the next beat what the bus was not told", async () => {
    const { streams, state } = setUp();
    const out = sink();
    streams.open(ada, out);
    await settle();
    state.rev = 2;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(revsOf(out.texts)).toEqual(["profile 1", "heartbeat 1", "profile 2"]);
  });

  test("end after half an hour, so that a session that has ended must sign in again", async () => {
    const { streams } = setUp();
    const out = sink();
    streams.open(ada, out);
    await vi.advanceTimersByTimeAsync(29 * 60_000);
    expect(out.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(out.isEnded).toBe(true);
    expect(streams.count).toBe(0);
  });

  test("let the oldest go when an account opens too many", async () => {
    const { streams } = setUp({ maxStreamsPerAccount: 2 });
    const sinks = [sink(), sink(), sink()];
    for (const out of sinks) streams.open(ada, out);
    await settle();
    expect(sinks.map((out) => out.isEnded)).toEqual([true, false, false]);
    expect(streams.count).toBe(2);
  });

  test("let go of a reader that has stopped reading", async () => {
    const { streams, state } = setUp();
    const out = sink();
    streams.open(ada, out);
    await settle();
    out.waitingBytes = 1024 * 1024;
    state.rev = 2;
    state.change();
    await settle();
    expect(out.isEnded).toBe(true);
    expect(state.subscriptions).toBe(0);
  });

  test("end when the snapshot cannot be read, and report why", async () => {
    const broken = new Error("the database is down");
    const { streams, failures } = setUp({ readProfile: () => Promise.reject(broken) });
    const out = sink();
    streams.open(ada, out);
    await settle();
    expect(out.isEnded).toBe(true);
    expect(failures).toEqual([broken]);
  });

  test("leave nothing behind when a client goes away, even while its snapshot is read", async () => {
    const { streams, state } = setUp();
    const out = sink();
    const letGo = streams.open(ada, out);
    letGo();
    letGo();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(out.texts).toEqual([]);
    expect(state.subscriptions).toBe(0);
    expect(streams.count).toBe(0);
  });

  test("all end when the server stops, and nothing beats on", async () => {
    const { streams } = setUp();
    const out = sink();
    streams.open(ada, out);
    await settle();
    streams.close();
    expect(out.isEnded).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    const late = sink();
    streams.open(ada, late);
    expect(late.isEnded).toBe(true);
  });
});
