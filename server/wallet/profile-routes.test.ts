import { profileSchema } from "#shared/api/profile.ts";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "../http/context.ts";
import { cents, completed, setUp, startMs } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { createProfileRoutes } from "./profile-routes.ts";

async function startWithCall() {
  const wallet = await setUp(async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }));
  let nowMs = startMs;
  const signedIn = {
    userId: "user",
    accountId: wallet.accountId,
    email: "ada@ringback.example",
    name: "Ada",
    role: "owner" as const,
    isDemo: false,
  };
  const routes = createProfileRoutes({ store: wallet.store, clock: () => nowMs, readSession: async () => signedIn });
  const app = new Hono<AppEnv>().route("/api", routes);
  const ask = async (headers: Record<string, string> = {}) => app.request("/api/user/profile", { headers });
  return {
    ...wallet,
    ask,
    read: async () => profileSchema.parse(await (await ask()).json()),
    setNow: (ms: number) => {
      nowMs = ms;
    },
  };
}

test("the profile tells what is posted, held and available, and the call going on", async () => {
  const { read, connectedCall } = await startWithCall();
  const call = await connectedCall();
  const profile = await read();
  expect(profile.balance).toMatchObject({ postedMicros: cents(1_000), heldMicros: cents(100), availableMicros: cents(900) });
  expect(profile.user).toMatchObject({ email: "ada@ringback.example", role: "owner" });
  expect(profile.recentCalls).toMatchObject([{ id: call.id, status: "queued", heldMicros: cents(100), timeLimitSeconds: 98 }]);
});

test("an ended call holds nothing, and stays on the profile for a minute", async () => {
  const { read, connectedCall, store, setNow } = await startWithCall();
  const call = await connectedCall();
  await store.recordFact({ callId: call.id }, completed(10, { atMs: startMs + 20_000 }));
  setNow(startMs + 80_000);
  expect((await read()).recentCalls).toMatchObject([{ id: call.id, heldMicros: 0, chargedMicros: cents(10) }]);
  setNow(startMs + 80_001);
  expect((await read()).recentCalls).toEqual([]);
});

test("an unchanged profile is not sent again, and a changed one is", async () => {
  const { ask, topUp } = await startWithCall();
  const etag = (await ask()).headers.get("etag") ?? "";
  const unchanged = await ask({ "if-none-match": etag });
  expect(unchanged.status).toBe(304);
  expect(await unchanged.text()).toBe("");
  await topUp(cents(1));
  const changed = await ask({ "if-none-match": etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.get("etag")).not.toBe(etag);
});

test("a profile that an ended call has left is sent again, although its rev is the same", async () => {
  const { ask, connectedCall, store, setNow } = await startWithCall();
  const call = await connectedCall();
  await store.recordFact({ callId: call.id }, completed(10, { atMs: startMs + 20_000 }));
  setNow(startMs + 80_000);
  const etag = (await ask()).headers.get("etag") ?? "";
  setNow(startMs + 80_001);
  const later = await ask({ "if-none-match": etag });
  expect(later.status).toBe(200);
  expect(await later.json()).toMatchObject({ recentCalls: [] });
});

test("the next person who signs in is never told to keep the profile of the one before", async () => {
  const [ada, grace] = [await startWithCall(), await startWithCall()];
  expect((await ada.read()).rev).toBe((await grace.read()).rev);
  const etag = (await ada.ask()).headers.get("etag") ?? "";
  const answer = await grace.ask({ "if-none-match": etag });
  expect(answer.status).toBe(200);
  expect(profileSchema.parse(await answer.json()).user.accountId).toBe(grace.accountId);
});
