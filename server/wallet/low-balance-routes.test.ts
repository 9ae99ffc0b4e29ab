import { profileSchema } from "#shared/api/profile.ts";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "../http/context.ts";
import { cents, completed, setUp, startMs } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { createLowBalanceRoutes } from "./low-balance-routes.ts";
import { createProfileRoutes } from "./profile-routes.ts";

async function startWallet() {
  const wallet = await setUp(async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }));
  const signedIn = { userId: "u", accountId: wallet.accountId, email: "", name: "Ada", role: "member" as const, isDemo: false };
  const deps = { store: wallet.store, clock: () => startMs, readSession: async () => signedIn };
  const app = new Hono<AppEnv>().route("/api", createLowBalanceRoutes(deps)).route("/api", createProfileRoutes(deps));
  const readProfile = async (headers: Record<string, string> = {}) => app.request("/api/user/profile", { headers });
  return {
    ...wallet,
    readProfile,
    balance: async () => profileSchema.parse(await (await readProfile()).json()).balance,
    set: async (lowBalanceMicros: unknown) =>
      app.request("/api/user/low-balance", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ lowBalanceMicros }),
      }),
  };
}

test("the balance is low from the first micro-dollar below the level on, and what calls hold does not count", async () => {
  const { set, balance, connectedCall, store } = await startWallet();
  expect((await set(cents(1_000))).status).toBe(200);
  const call = await connectedCall();
  expect(await balance()).toMatchObject({ lowBalanceMicros: cents(1_000), availableMicros: cents(900), isLow: false });
  await store.recordFact({ callId: call.id }, completed(1, { isFinal: true }));
  expect(await balance()).toMatchObject({ postedMicros: cents(999), isLow: true });
});

test("a level of zero tells never", async () => {
  const { set, balance } = await startWallet();
  await set(0);
  expect(await balance()).toMatchObject({ lowBalanceMicros: 0, isLow: false });
});

test("a new level is a new profile", async () => {
  const { set, readProfile } = await startWallet();
  const etag = (await readProfile()).headers.get("etag") ?? "";
  await set(cents(5));
  expect((await readProfile({ "if-none-match": etag })).status).toBe(200);
});

test.each([-1, 0.5, "5", null])("a level of %j is refused, and the one before stays", async (level) => {
  const { set, balance } = await startWallet();
  await set(cents(5));
  expect((await set(level)).status).toBe(400);
  expect(await balance()).toMatchObject({ lowBalanceMicros: cents(5) });
});
