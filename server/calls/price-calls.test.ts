import { describe, expect, test } from "vitest";
import { createLogger } from "../logger.ts";
import { cents, completed, progress, startMs } from "../store/contract/fixture.ts";
import { priceCalls } from "./price-calls.ts";
import { startCallServer } from "./testing/call-server.ts";
import { leg } from "./testing/fake-carrier.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
// A call's price is asked for from two minutes after the last word on it.
const dueMs = startMs + 2 * minuteMs;

/** One call of 30 seconds on which the carrier has said its last word, at the start of the clock. */
async function startPriced() {
  const server = await startCallServer();
  const { call, parentSid, childSid } = await server.connectCall();
  await server.store.recordFact({ callId: call.id }, completed(30, { childSid, isFinal: true, atMs: startMs }));
  const price = (callSid: string, asked: number | undefined) => {
    const priceMicros = asked === undefined ? undefined : cents(asked);
    server.carrier.legs.set(callSid, leg(callSid, { durationSeconds: 30, priceMicros }));
  };
  return {
    ...server,
    call,
    parentSid,
    childSid,
    price: (prices: { parent: number | undefined; child: number | undefined }) => {
      price(parentSid, prices.parent);
      price(childSid, prices.child);
    },
    told: () => server.readCall(call),
    ask: (atMs: number) => {
      server.setClock(atMs);
      return priceCalls(server);
    },
  };
}

describe("priceCalls", () => {
  test("keeps what the carrier asks for both legs, and moves no money", async () => {
    const { price, ask, told, account } = await startPriced();
    price({ parent: 1, child: 3 });
    const before = await account();
    expect(await ask(dueMs)).toEqual(["priced"]);
    expect(await told()).toMatchObject({ carrierPriceMicros: cents(4), chargedMicros: cents(30), priceAfterMs: null });
    expect(await account()).toEqual(before);
    expect(await ask(dueMs + 48 * hourMs)).toEqual([]);
  });

  test("asks for nothing before its time", async () => {
    const { price, ask } = await startPriced();
    price({ parent: 1, child: 3 });
    expect(await ask(dueMs - 1)).toEqual([]);
  });

  test.each([
    ["the caller's", { parent: undefined, child: 3 }],
    ["the other side's", { parent: 1, child: undefined }],
  ])("takes no half of a price for the whole while %s leg has none", async (_whose, prices) => {
    const { price, ask, told } = await startPriced();
    price(prices);
    expect(await ask(dueMs)).toEqual(["not_yet"]);
    expect(await told()).toMatchObject({ carrierPriceMicros: null });
    price({ parent: 1, child: 3 });
    expect(await ask(dueMs + 10 * minuteMs)).toEqual(["priced"]);
    expect(await told()).toMatchObject({ carrierPriceMicros: cents(4) });
  });

  test("asks with growing gaps, and gives up when the carrier has had two days", async () => {
    const { price, ask, told, store } = await startPriced();
    price({ parent: undefined, child: undefined });
    const gapsMs: number[] = [];
    let nowMs = dueMs;
    for (let next: number | null = nowMs; next !== null; next = (await told()).priceAfterMs) {
      gapsMs.push(next - nowMs);
      nowMs = next;
      await ask(nowMs);
    }
    expect(gapsMs.length).toBeLessThan(25);
    expect(gapsMs.slice(1)).toEqual(gapsMs.slice(1).toSorted((a, b) => a - b));
    expect(nowMs - startMs).toBeGreaterThanOrEqual(48 * hourMs);
    expect(nowMs - startMs).toBeLessThan(55 * hourMs);
    expect(await store.claimCallsToPrice(nowMs + 365 * 24 * hourMs, { limit: 10, leaseMs: 1 })).toEqual([]);
  });

  test("a carrier that cannot be asked has not had its time: it is asked until it answers", async () => {
    const { price, ask, told, carrier } = await startPriced();
    price({ parent: 1, child: 3 });
    carrier.failure = { kind: "unreachable", message: "connect ECONNREFUSED" };
    expect(await ask(startMs + 100 * hourMs)).toEqual(["not_answered"]);
    carrier.failure = undefined;
    expect(await ask(startMs + 106 * hourMs)).toEqual(["priced"]);
    expect(await told()).toMatchObject({ carrierPriceMicros: cents(4) });
  });

  test("a call that nobody answered costs nothing, with legs that have no price and with legs that are not there", async () => {
    const server = await startCallServer({ balance: cents(100_000) });
    const [listed, forgotten] = [await server.connectCall(), await server.connectCall()];
    for (const { call, childSid } of [listed, forgotten]) {
      await server.store.recordFact({ callId: call.id }, progress("busy", { childSid, isFinal: true, atMs: startMs }));
    }
    for (const sid of [listed.parentSid, listed.childSid]) server.carrier.legs.set(sid, leg(sid, { status: "busy" }));
    server.setClock(dueMs);
    expect(await priceCalls(server)).toEqual(["priced", "priced"]);
    expect(await server.readCall(listed.call)).toMatchObject({ carrierPriceMicros: 0 });
    expect(await server.readCall(forgotten.call)).toMatchObject({ carrierPriceMicros: 0 });
  });

  test("a leg that the carrier has forgotten is no free leg when the call was talked", async () => {
    const { ask, told } = await startPriced();
    expect(await ask(dueMs)).toEqual(["not_yet"]);
    expect(await told()).toMatchObject({ carrierPriceMicros: null });
  });

  test("one call that breaks does not keep the others from their prices", async () => {
    const { price, ask, told, carrier, ...server } = await startPriced();
    price({ parent: 1, child: 3 });
    const broken = await server.connectCall();
    await server.store.recordFact({ callId: broken.call.id }, completed(5, { childSid: broken.childSid, isFinal: true }));
    const sound = { ...carrier };
    carrier.fetchCall = async (sid) => (sid === broken.parentSid ? Promise.reject(new Error("bug")) : sound.fetchCall(sid));
    expect((await ask(dueMs)).toSorted()).toEqual(["failed", "priced"]);
    expect(await told()).toMatchObject({ carrierPriceMicros: cents(4) });
  });

  test("the operator is told of a call whose price never came", async () => {
    const { price, store, carrier, clock, call, setClock } = await startPriced();
    price({ parent: undefined, child: undefined });
    const lines: string[] = [];
    const logger = createLogger("warn", { write: (line) => void lines.push(line) });
    setClock(startMs + 49 * hourMs);
    expect(await priceCalls({ store, carrier, clock, logger })).toEqual(["given_up"]);
    expect(lines).toEqual([expect.stringContaining(call.id)]);
  });
});
