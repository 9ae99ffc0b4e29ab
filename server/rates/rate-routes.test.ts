import { problemSchema } from "#shared/api/problem.ts";
import { rateAnswerSchema } from "#shared/api/rates.ts";
import { micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import type { CallerId } from "#shared/api/caller-ids.ts";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { Carrier } from "../carrier.ts";
import type { AppEnv } from "../http/context.ts";
import { cents, number, setUp, startMs } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { AccountSettings } from "../store/store.ts";
import { createRateDeck } from "./rate-deck.ts";
import { createRateRoutes } from "./rate-routes.ts";
import { deckRate } from "./testing/deck-rate.ts";

const price = (perMinuteMicros: number, originPrefix = "") => ({ perMinuteMicros: micros(perMinuteMicros), originPrefix });
const { findRate } = createRateDeck({
  id: "test",
  rates: [
    deckRate("43", price(600_000)),
    deckRate("43", price(60_000, "49")),
    deckRate("49", { ...price(120_000), incrementSeconds: 60, minimumSeconds: 30, connectMicros: micros(5_000) }),
    deckRate("8816", price(9_000_000)),
    deckRate("1900", price(1)),
  ],
});

const austrian = "+43 1 5123456";
const german = number("+49 30 901820");
const callerId: CallerId = { number: german, type: "owned", label: "Berlin" };

async function start(settings: Partial<AccountSettings> = {}, callerIds: Carrier["callerIds"] = async () => ok([])) {
  const { store, accountId } = await setUp(async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }));
  await store.updateAccount(accountId, settings);
  const person = { userId: "user", accountId, email: "ada@ringback.example", name: "Ada", role: "owner", isDemo: false } as const;
  const readSession = async () => person;
  const routes = createRateRoutes({ findRate, store, carrier: { callerIds }, clock: () => startMs, readSession });
  const app = new Hono<AppEnv>().route("/api", routes);
  const ask = async (query: Record<string, string>) => app.request(`/api/rates?${new URLSearchParams(query).toString()}`);
  return {
    store,
    accountId,
    ask,
    read: async (query: Record<string, string>) => rateAnswerSchema.parse(await (await ask(query)).json()),
  };
}

const problemOf = async (answer: Response) => problemSchema.parse(await answer.json());

describe("GET /api/rates", () => {
  test("tells the price of a call and how long the balance lasts", async () => {
    const { read } = await start();
    expect(await read({ to: "030 901820", region: "DE" })).toEqual({
      toNumber: german,
      countryCode: "DE",
      country: "Germany",
      description: "Numbers with 49",
      rate: { perMinuteMicros: 120_000, incrementSeconds: 60, minimumSeconds: 30, connectMicros: 5_000 },
      availableMicros: cents(1_000),
      affordableSeconds: 83 * 60,
    });
  });

  test("tells the price for the caller ID that is named", async () => {
    const { read } = await start();
    expect((await read({ to: austrian, from: german })).rate.perMinuteMicros).toBe(60_000);
    expect((await read({ to: austrian, from: "+14155550100" })).rate.perMinuteMicros).toBe(600_000);
  });

  test("without a caller ID tells the price for the one that a call would show", async () => {
    const { read } = await start({}, async () => ok([callerId]));
    expect((await read({ to: austrian })).rate.perMinuteMicros).toBe(60_000);
  });

  test("tells the price for callers from anywhere while the carrier does not answer", async () => {
    const { read } = await start({}, async () => err({ kind: "unreachable", message: "gone" }));
    expect((await read({ to: austrian })).rate.perMinuteMicros).toBe(600_000);
  });

  test.each<[string, Partial<AccountSettings>, number]>([
    ["the balance", {}, 1_000],
    ["what one call may cost", { maxPerCallMicros: cents(300) }, 300],
    ["what is left of the day", { maxPerDayMicros: cents(200) }, 200],
    ["too little of the day for a first minute", { maxPerDayMicros: cents(59) }, 0],
  ])("counts the seconds that %s pays for", async (_what, settings, seconds) => {
    const { read } = await start(settings);
    expect(await read({ to: austrian })).toMatchObject({ affordableSeconds: seconds, availableMicros: cents(1_000) });
  });

  test("counts what the day has cost so far", async () => {
    const { store, accountId, read } = await start({ maxPerDayMicros: cents(200) });
    const sides = { debitAccount: accountId, creditAccount: "system_revenue", callId: null, actor: "carrier", reason: "talk" };
    await store.postTransfer({ id: "settle:1", kind: "settle", ...sides, amountMicros: cents(50), createdMs: startMs });
    expect((await read({ to: austrian })).affordableSeconds).toBe(150);
  });

  test.each<[string, string, Partial<AccountSettings>, number, string, RegExp]>([
    [
      "a country the account may not call",
      austrian,
      { countries: ["DE"] },
      403,
      "destination_blocked",
      /may not call Austria, only Germany/,
    ],
    [
      "any country, for an account that may call none",
      austrian,
      { countries: [] },
      403,
      "destination_blocked",
      /nor anywhere else/,
    ],
    [
      "a number of no country, for an account with countries",
      "+8816 2345 6789",
      { countries: ["DE"] },
      403,
      "destination_blocked",
      /numbers of no country/,
    ],
    [
      "a minute above the limit",
      "+8816 2345 6789",
      {},
      403,
      "rate_too_high",
      /costs \$9\.0000 there.*\$1\.0000 a minute at most/,
    ],
    ["premium-rate numbers", "+1 900 555 0100", {}, 403, "destination_blocked", /premium-rate/],
    ["emergency numbers", "112", {}, 403, "destination_blocked", /emergency/],
    ["numbers without a rate", "+33 1 44 55 66 77", {}, 422, "no_rate", /no rate for France/],
    ["what is no number", "+43", {}, 422, "invalid_number", /./],
  ])("names no price for %s", async (_what, to, settings, status, code, detail) => {
    const { ask } = await start(settings);
    const answer = await ask({ to });
    expect(await problemOf(answer)).toMatchObject({ status, code, detail: expect.stringMatching(detail) as string });
    expect(answer.status).toBe(status);
  });
});
