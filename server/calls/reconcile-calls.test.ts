import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Carrier } from "../carrier.ts";
import { createLogger } from "../logger.ts";
import { cents, completed, newCall, progress, startMs } from "../store/contract/fixture.ts";
import { createMetrics } from "../metrics/metrics.ts";
import { reconcileCalls } from "./reconcile-calls.ts";
import { startReconciler } from "./start-reconciler.ts";
import { startCallServer } from "./testing/call-server.ts";
import { leg } from "./testing/fake-carrier.ts";

const minuteMs = 60_000;
// Far beyond the longest call: whatever was connected is past its limit by then.
const laterMs = startMs + 10 * 60 * minuteMs;

/** One call that the carrier connected with a dollar for it, and no webhook since. */
async function startSilence() {
  const server = await startCallServer({ balance: cents(100) });
  const connected = await server.connectCall();
  const { store, carrier, clock, logger } = server;
  const reconcile = () => reconcileCalls({ store, carrier, clock, logger });
  const told = async () => ({ call: await server.readCall(connected.call), account: await server.account() });
  return { ...server, ...connected, reconcile, told };
}

describe("reconcileCalls", () => {
  test("asks about nothing before its time", async () => {
    const { reconcile, setClock, told } = await startSilence();
    const before = await told();
    setClock(startMs + minuteMs);
    expect(await reconcile()).toEqual([]);
    expect(await told()).toEqual(before);
  });

  test("a call that never reached the carrier is canceled after the ring time", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    server.setClock(startMs + 64_999);
    await reconcileCalls(server);
    expect((await server.readCall(call)).status).toBe("queued");
    server.setClock(startMs + 65_000);
    await reconcileCalls(server);
    expect(await server.readCall(call)).toMatchObject({ status: "canceled", reason: "never_connected", final: true });
  });

  test("a call whose every webhook was lost is charged by the carrier's record", async () => {
    const { carrier, parentSid, childSid, reconcile, setClock, told } = await startSilence();
    const ended = { status: "completed" as const, durationSeconds: 40, endedAtMs: startMs + 50_000, priceMicros: cents(1) };
    carrier.legs.set(childSid, leg(childSid, { parentCallSid: parentSid, ...ended }));
    setClock(laterMs);
    expect(await reconcile()).toEqual(["settled"]);
    const { call, account } = await told();
    expect(call).toMatchObject({
      status: "completed",
      childSid,
      chargedMicros: cents(40),
      answeredMs: startMs + 10_000,
      endedMs: startMs + 50_000,
      final: true,
    });
    expect(account).toMatchObject({ postedMicros: cents(60), heldMicros: 0 });
    expect(await reconcile()).toEqual([]);
  });

  test("an ended call gets the last word soon after, and what was charged too much is paid back", async () => {
    const { store, carrier, call, parentSid, childSid, reconcile, setClock, told } = await startSilence();
    await store.recordFact({ callId: call.id }, completed(40, { childSid }));
    carrier.legs.set(childSid, leg(childSid, { parentCallSid: parentSid, durationSeconds: 38 }));
    setClock(startMs + minuteMs);
    await reconcile();
    const after = await told();
    expect(after.call).toMatchObject({ durationSeconds: 38, chargedMicros: cents(38), final: true });
    expect(after.account).toMatchObject({ postedMicros: cents(62), heldMicros: 0 });
  });

  const failures = (["unreachable", "unauthorized", "rejected"] as const).flatMap((kind) => [
    { kind, legs: "no leg", isLegKnown: false },
    { kind, legs: "one leg", isLegKnown: true },
  ]);
  test.each(failures)(
    "frees no hold while the carrier is $kind and $legs is known, and asks again",
    async ({ kind, isLegKnown }) => {
      const { store, carrier, call, childSid, reconcile, setClock, told } = await startSilence();
      if (isLegKnown) await store.recordFact({ callId: call.id }, progress("ringing", { childSid }));
      carrier.failure = { kind, message: "no" };
      const { account } = await told();
      for (let hour = 0; hour < 24; hour += 1) {
        setClock(laterMs + hour * 60 * minuteMs);
        expect(await reconcile()).toEqual(["not_answered"]);
      }
      const after = await told();
      expect(after.account).toEqual(account);
      expect(after.call).toMatchObject({ holdOpen: true, final: false });
    },
  );

  test("hangs up both legs of a call past its limit, and charges it when it has ended", async () => {
    const { carrier, parentSid, childSid, reconcile, setClock, told } = await startSilence();
    const running = leg(childSid, { parentCallSid: parentSid, status: "in-progress" });
    carrier.legs.set(childSid, running);
    setClock(laterMs);
    expect(await reconcile()).toEqual(["hung_up"]);
    expect(carrier.hungUp).toEqual([childSid, parentSid]);
    expect((await told()).call).toMatchObject({ holdOpen: true });
    carrier.legs.set(childSid, { ...running, status: "completed", durationSeconds: 36_000 });
    setClock(laterMs + minuteMs);
    await reconcile();
    const { call, account } = await told();
    expect(call).toMatchObject({ chargedMicros: cents(100), unrecoveredMicros: cents(35_900), final: true });
    expect(account).toMatchObject({ postedMicros: 0, heldMicros: 0 });
  });

  test("tells the operator once, and by the call's id, what a call took beyond its hold", async () => {
    const { store, carrier, clock, call, parentSid, childSid, setClock } = await startSilence();
    carrier.legs.set(childSid, leg(childSid, { parentCallSid: parentSid, durationSeconds: 150 }));
    const lines: string[] = [];
    const logger = createLogger("error", { write: (line) => void lines.push(line) });
    setClock(laterMs);
    for (let pass = 0; pass < 3; pass += 1) await reconcileCalls({ store, carrier, clock, logger });
    expect(lines).toEqual([expect.stringMatching(`"callId":"${call.id}","unrecoveredMicros":${cents(50)}`)]);
  });

  test("after hours in which the server was down, settles every call by the carrier's record", async () => {
    const server = await startCallServer({ balance: cents(100_000) });
    const neverConnected = await server.requestCall();
    const [talked, unanswered, unknown] = [await server.connectCall(), await server.connectCall(), await server.connectCall()];
    for (const [{ parentSid, childSid }, record] of [
      [talked, { durationSeconds: 33 }],
      [unanswered, { status: "no-answer" }],
    ] as const) {
      server.carrier.legs.set(childSid, leg(childSid, { parentCallSid: parentSid, ...record }));
    }
    server.setClock(laterMs);
    expect((await reconcileCalls(server)).toSorted()).toEqual(["never_connected", "settled", "settled", "settled"]);
    expect(await server.readCall(talked.call)).toMatchObject({ status: "completed", chargedMicros: cents(33), final: true });
    expect(await server.readCall(unanswered.call)).toMatchObject({ status: "no-answer", chargedMicros: 0, final: true });
    expect(await server.readCall(unknown.call)).toMatchObject({ status: "failed", chargedMicros: 0, final: true });
    expect(await server.readCall(neverConnected)).toMatchObject({ status: "canceled", chargedMicros: 0, final: true });
    expect(await server.account()).toMatchObject({ postedMicros: cents(99_967), heldMicros: 0 });
  });

  test("settles a call when the carrier answers again after hours", async () => {
    const { carrier, parentSid, childSid, reconcile, setClock, told } = await startSilence();
    carrier.legs.set(childSid, leg(childSid, { parentCallSid: parentSid, durationSeconds: 12 }));
    carrier.failure = { kind: "unreachable", message: "connect ECONNREFUSED" };
    for (let hour = 0; hour < 5; hour += 1) {
      setClock(laterMs + hour * 60 * minuteMs);
      await reconcile();
    }
    expect((await told()).account).toMatchObject({ heldMicros: cents(100) });
    carrier.failure = undefined;
    setClock(laterMs + 5 * 60 * minuteMs);
    expect(await reconcile()).toEqual(["settled"]);
    expect((await told()).account).toMatchObject({ postedMicros: cents(88), heldMicros: 0 });
  });

  test("leaves a call alone that goes on within its limit, although its client reported its end", async () => {
    const { store, carrier, call, parentSid, childSid, reconcile, setClock, told } = await startSilence();
    carrier.legs.set(childSid, leg(childSid, { parentCallSid: parentSid, status: "in-progress" }));
    setClock(startMs + 30_000);
    await store.scheduleCheck(call.id, startMs + 30_000);
    expect(await reconcile()).toEqual(["goes_on"]);
    expect(carrier.hungUp).toEqual([]);
    expect((await told()).call).toMatchObject({ holdOpen: true, checkAfterMs: startMs + 90_000 });
  });

  test("a caller who left before anything was dialled pays nothing", async () => {
    const { carrier, parentSid, reconcile, setClock, told } = await startSilence();
    carrier.legs.set(parentSid, leg(parentSid, { durationSeconds: 20, endedAtMs: startMs + 20_000 }));
    setClock(laterMs);
    await reconcile();
    const { call, account } = await told();
    expect(call).toMatchObject({ status: "failed", chargedMicros: 0, final: true });
    expect(account).toMatchObject({ postedMicros: cents(100), heldMicros: 0 });
  });

  test("that the carrier knows no such call is its word, once the call cannot be going on", async () => {
    const { store, call, reconcile, setClock, told } = await startSilence();
    await store.scheduleCheck(call.id, startMs + 30_000);
    setClock(startMs + 30_000);
    await reconcile();
    expect((await told()).call).toMatchObject({ holdOpen: true, final: false });
    setClock(laterMs);
    await reconcile();
    expect((await told()).call).toMatchObject({ status: "failed", chargedMicros: 0, holdOpen: false, final: true });
  });

  test("what callbacks said stands when the carrier has forgotten the call", async () => {
    const { store, call, childSid, reconcile, setClock, told } = await startSilence();
    await store.recordFact({ callId: call.id }, completed(40, { childSid }));
    setClock(startMs + minuteMs);
    await reconcile();
    expect((await told()).call).toMatchObject({ status: "completed", chargedMicros: cents(40), final: true });
  });

  test("one call that breaks does not keep the others from being settled", async () => {
    const server = await startCallServer();
    const [sound, broken] = [await server.requestCall(), await server.connectCall()];
    server.carrier.listChildren = () => Promise.reject(new Error("bug"));
    server.setClock(laterMs);
    expect((await reconcileCalls(server)).toSorted()).toEqual(["failed", "never_connected"]);
    expect((await server.readCall(sound)).status).toBe("canceled");
    expect(await server.readCall(broken.call)).toMatchObject({ holdOpen: true });
    expect(await server.store.claimCallsToCheck(laterMs, { limit: 10, leaseMs: 1 })).toEqual([]);
  });

  test("what a failed query was asked with stays out of the log", async () => {
    const server = await startCallServer();
    await server.connectCall();
    const failed = new Error("Failed query: update calls\nparams: +14155550100", { cause: new Error("disk I/O error") });
    server.carrier.listChildren = () => Promise.reject(failed);
    server.setClock(laterMs);
    const lines: string[] = [];
    const logger = createLogger("error", { write: (line) => void lines.push(line) });
    await reconcileCalls({ ...server, logger });
    expect(lines).toEqual([expect.stringContaining("Error: disk I/O error")]);
    expect(lines.join("")).not.toContain("+14155550100");
  });
});

/** Both passes, the settling and the pricing one, wait for their next turn. */
const betweenPasses = () => vi.waitFor(() => expect(vi.getTimerCount()).toBe(2), { interval: 1 });

describe("startReconciler", () => {
  // What the database waits for stays real.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  test("goes on by itself until it is stopped", async () => {
    const server = await startCallServer();
    const stop = startReconciler({ ...server, metrics: createMetrics(), intervalMs: 5_000 });
    await betweenPasses();
    const first = await server.requestCall();
    server.setClock(startMs + 70_000);
    await vi.advanceTimersByTimeAsync(5_000);
    await betweenPasses();
    expect((await server.readCall(first)).status).toBe("canceled");
    await stop();
    const second = await server.requestCall();
    server.setClock(startMs + 200_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await server.readCall(second)).status).toBe("queued");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("settles in one turn what piled up", async () => {
    const server = await startCallServer();
    const calls = await Promise.all(Array.from({ length: 120 }, () => server.store.createCall(newCall(server.owner))));
    server.setClock(laterMs);
    const stop = startReconciler({ ...server, metrics: createMetrics(), intervalMs: 5_000 });
    await betweenPasses();
    for (const { call } of calls) expect(await server.store.findCall(call.id)).toMatchObject({ status: "canceled" });
    await stop();
  });

  test("stops when the question under way has been answered, and asks no further one", async () => {
    const server = await startCallServer({ balance: cents(100_000) });
    for (let index = 0; index < 2; index += 1) await server.connectCall();
    server.setClock(laterMs);
    const { promise: answer, resolve: giveAnswer } = Promise.withResolvers<Awaited<ReturnType<Carrier["listChildren"]>>>();
    const asked: string[] = [];
    server.carrier.listChildren = (parentSid) => {
      asked.push(parentSid);
      return answer;
    };
    const stop = startReconciler({ ...server, metrics: createMetrics(), intervalMs: 5_000 });
    await vi.waitFor(() => expect(asked).toHaveLength(1), { interval: 1 });
    const stopped = stop();
    expect(await Promise.race([stopped, Promise.resolve("still asking")])).toBe("still asking");
    giveAnswer({ ok: true, value: [] });
    await stopped;
    expect(asked).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("survives a database that is gone", async () => {
    const server = await startCallServer();
    await server.store.close();
    const stop = startReconciler({ ...server, metrics: createMetrics(), intervalMs: 5_000 });
    await betweenPasses();
    await vi.advanceTimersByTimeAsync(5_000);
    await betweenPasses();
    await stop();
  });
});
