import { expect, test } from "vitest";
import { leg } from "../calls/testing/fake-carrier.ts";
import { cents, newCallSid, startMs } from "../store/contract/fixture.ts";
import { reconcile } from "./reconcile.ts";
import { startOperator } from "./testing/start-operator.ts";

const hourMs = 60 * 60 * 1000;

test("says that nothing was due when nothing was", async () => {
  const { done } = await startOperator();
  expect(await done(reconcile)).toBe("No call was due.\nNo price was due.");
});

test("asks about calls and prices, and says what came of each", async () => {
  const { done, connectedCall, createCall, carrier, setNow, store } = await startOperator();
  const talked = await connectedCall();
  await createCall();
  const childSid = newCallSid();
  const bill = { durationSeconds: 30, priceMicros: cents(1) };
  carrier.legs.set(childSid, leg(childSid, { parentCallSid: talked.parentSid ?? undefined, ...bill }));
  carrier.legs.set(talked.parentSid ?? "", leg(talked.parentSid ?? "", bill));
  setNow(startMs + 10 * hourMs);
  expect(await done(reconcile)).toMatch(/^2 calls: 1 .*; 1 .*\.\nNo price was due\.$/);
  setNow(startMs + 11 * hourMs);
  expect(await done(reconcile)).toBe("No call was due.\n1 price: 1 kept.");
  expect(await store.findCall(talked.id)).toMatchObject({ chargedMicros: cents(30), carrierPriceMicros: cents(2) });
});

test("says so when the carrier cannot be asked", async () => {
  const { done, connectedCall, carrier, setNow } = await startOperator();
  await connectedCall();
  carrier.failure = { kind: "unreachable", message: "connect ECONNREFUSED" };
  setNow(startMs + 10 * hourMs);
  expect(await done(reconcile)).toContain("1 call: 1 not told of by the carrier, and asked about again later.");
});
