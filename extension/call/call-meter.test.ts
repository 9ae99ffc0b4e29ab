import { expect, test } from "vitest";
import { callSchema, type Call } from "#shared/api/calls.ts";
import { micros } from "#shared/money.ts";
import { idleSnapshot, type CallSnapshot } from "./call-snapshot.ts";
import type { CallState } from "./call-state.ts";
import { readMeter } from "./call-meter.ts";
import { sampleProfile } from "./testing/sample-call.ts";

const answeredAtMs = Date.UTC(2026, 2, 4, 9, 30);
const call = callSchema.parse({
  id: "call_01JQ0000000000000000000000",
  clientKey: "k",
  toNumber: "+14155552671",
  fromNumber: "+14155550100",
  callerIdType: "verified",
  countryCode: "US",
  country: "United States",
  contactId: null,
  contactName: null,
  status: "in-progress",
  reason: null,
  rate: { perMinuteMicros: 14_000, incrementSeconds: 1, minimumSeconds: 0, connectMicros: 0 },
  timeLimitSeconds: 600,
  heldMicros: 0,
  createdAt: "2026-03-04T09:29:50.000Z",
  answeredAt: "2026-03-04T09:30:00.000Z",
  endedAt: null,
  durationSeconds: 0,
  chargedMicros: 0,
  final: false,
  note: null,
});
const settled: Call = { ...call, status: "completed", durationSeconds: 61, chargedMicros: micros(14_234) };
const dialled = { clientKey: "k", dialled: "415 555 2671", requestedAtMs: answeredAtMs - 10_000, call };
const open: CallState = { ...dialled, status: "open", callSid: "CA1", answeredAtMs, isMuted: false };

function snapshot(state: CallState, postedMicros: number, recentCalls: Call[]): CallSnapshot {
  const profile = sampleProfile(1);
  const balance = { ...profile.balance, postedMicros: micros(postedMicros), availableMicros: micros(postedMicros) };
  return { ...idleSnapshot, state, profile: { ...profile, balance, recentCalls }, freshness: "stream" };
}

test("nothing runs before the answer", () => {
  const ringing: CallState = { ...dialled, status: "ringing", callSid: "CA1", hasEarlyMedia: true };
  expect(readMeter(snapshot(ringing, 10_000_000, [call]), answeredAtMs + 30_000)).toBeUndefined();
  expect(readMeter(snapshot({ status: "idle" }, 10_000_000, []), answeredAtMs)).toBeUndefined();
});

test("while talking the cost is seconds / 60 x rate and comes off the posted balance", () => {
  expect(readMeter(snapshot(open, 10_000_000, [call]), answeredAtMs + 60_999)).toEqual({
    durationSeconds: 60,
    costMicros: 14_000,
    balanceLeftMicros: 9_986_000,
    secondsLeft: 540,
  });
});

test("a network lost in between does not stop the meter", () => {
  const reconnecting: CallState = { ...open, status: "reconnecting" };
  expect(readMeter(snapshot(reconnecting, 10_000_000, [call]), answeredAtMs + 60_000)?.durationSeconds).toBe(60);
});

test("after the end the meter stands still, whatever the time", () => {
  const ended: CallState = { ...dialled, status: "ended", answeredAtMs, endedAtMs: answeredAtMs + 60_000 };
  const meter = readMeter(snapshot(ended, 10_000_000, [call]), answeredAtMs + 999_000);
  expect(meter).toMatchObject({ durationSeconds: 60, costMicros: 14_000, balanceLeftMicros: 9_986_000, secondsLeft: undefined });
});

test("the carrier's word replaces the clock's, and a charge is not taken off twice", () => {
  const ended: CallState = { ...dialled, status: "ended", answeredAtMs, endedAtMs: answeredAtMs + 60_000 };
  const meter = { durationSeconds: 61, costMicros: 14_234, balanceLeftMicros: 9_985_766 };
  expect(readMeter(snapshot(ended, 9_985_766, [settled]), answeredAtMs)).toMatchObject(meter);
  expect(readMeter(snapshot({ ...ended, call: settled }, 9_985_766, []), answeredAtMs)).toMatchObject(meter);
});

test("a balance that is not known is not made up", () => {
  expect(readMeter({ ...idleSnapshot, state: open }, answeredAtMs)?.balanceLeftMicros).toBeUndefined();
});

test("a clock that runs behind the server's shows zero and costs nothing", () => {
  expect(readMeter(snapshot(open, 10_000_000, [call]), answeredAtMs - 2_000)).toMatchObject({
    durationSeconds: 0,
    costMicros: 0,
  });
});
