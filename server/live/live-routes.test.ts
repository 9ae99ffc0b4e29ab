import { createAdaptorServer } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import type { Profile } from "#shared/api/profile.ts";
import { liveEventSchema } from "#shared/live-events.ts";
import { accountIdSchema, type AccountId } from "#shared/ids.ts";
import { micros, zeroMicros } from "#shared/money.ts";
import { createParser } from "eventsource-parser";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SignedIn } from "../http/context.ts";
import { createLiveBus } from "./live-bus.ts";
import { createLiveRoutes } from "./live-routes.ts";
import { createLiveStreams, type LiveStreams } from "./live-streams.ts";

const accountId = accountIdSchema.parse(`acct_${"A".repeat(26)}`);
const ada: SignedIn = { userId: "u1", accountId, email: "ada@example.com", name: "Ada", role: "owner", isDemo: false };
const limits = {
  maxConcurrentCalls: 3,
  maxPerMinuteMicros: micros(1_000_000),
  maxPerCallMicros: null,
  maxPerDayMicros: null,
  countries: null,
};

let rev: number;
let tellChanged: (accountId: AccountId) => void;
let streams: LiveStreams;
let server: ReturnType<typeof createAdaptorServer>;
let url: string;

function readProfile(): Promise<Profile> {
  const balance = {
    postedMicros: micros(rev),
    heldMicros: zeroMicros,
    availableMicros: micros(rev),
    owedMicros: zeroMicros,
    lowBalanceMicros: zeroMicros,
    isLow: false,
  };
  return Promise.resolve({ rev, user: { ...ada }, balance, limits, recentCalls: [] });
}

const readSession = async (headers: Headers) => (headers.get("authorization") === "Bearer ada" ? ada : undefined);

beforeEach(async () => {
  rev = 1;
  const bus = createLiveBus({
    onAccountChanged(listener) {
      tellChanged = listener;
      return () => {};
    },
    onChangedElsewhere: () => () => {},
  });
  streams = createLiveStreams({
    bus,
    readProfile,
    readRev: async () => rev,
    handleFailure: (failure) => expect.fail(String(failure)),
  });
  const app = new Hono().use(async (c, next) => {
    c.header("x-from-the-guards", "kept");
    await next();
  });
  server = createAdaptorServer({ fetch: app.route("/api", createLiveRoutes({ readSession, streams })).fetch });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`;
});

afterEach(async () => {
  streams.close();
  await new Promise((resolve) => void server.close(resolve));
});

function open(headers: Record<string, string> = {}, signal?: AbortSignal) {
  return fetch(url, { headers: { authorization: "Bearer ada", ...headers }, ...(signal && { signal }) });
}

/** Reads the stream's events one by one; `undefined` once it has ended. */
function eventsOf(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const events: { id: string | undefined; name: string | undefined; event: unknown }[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) => void events.push({ id, name: event, event: JSON.parse(data) }),
  });
  return async () => {
    while (events.length === 0) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return undefined;
      parser.feed(chunk.value);
    }
    const next = events.shift();
    return next && { ...next, event: liveEventSchema.parse(next.event) };
  };
}

test("the profile comes at once, and again after a change", async () => {
  const answer = await open();
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(answer.headers.get("x-from-the-guards")).toBe("kept");
  const next = eventsOf(answer);
  expect(await next()).toMatchObject({ id: "1", name: "profile", event: { type: "profile", profile: { rev: 1 } } });
  rev = 2;
  tellChanged(accountId);
  expect(await next()).toMatchObject({ id: "2", event: { profile: { rev: 2, balance: { postedMicros: 2 } } } });
});

test("a stream that comes back gets the newest snapshot, whatever it missed", async () => {
  rev = 7;
  const next = eventsOf(await open({ "last-event-id": "3" }));
  expect(await next()).toMatchObject({ id: "7" });
});

test("nobody gets a stream without a session", async () => {
  const answer = await open({ authorization: "Bearer eve" });
  expect(answer.status).toBe(401);
  expect(streams.count).toBe(0);
});

test("a client that goes away leaves no stream behind", async () => {
  const gone = new AbortController();
  const next = eventsOf(await open({}, gone.signal));
  await next();
  expect(streams.count).toBe(1);
  gone.abort();
  await vi.waitFor(() => expect(streams.count).toBe(0));
});

test("the server ends its streams cleanly", async () => {
  const next = eventsOf(await open());
  await next();
  streams.close();
  expect(await next()).toBeUndefined();
});

test("who asks for the headers alone opens no stream", async () => {
  const answer = await fetch(url, { method: "HEAD", headers: { authorization: "Bearer ada" } });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(streams.count).toBe(0);
});
