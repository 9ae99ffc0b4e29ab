import { micros, type Micros } from "#shared/money.ts";
import { describe, expect, it } from "vitest";
import { idleSnapshot, type CallSnapshot } from "./call-snapshot.ts";
import type { CallState } from "./call-state.ts";
import { lowBalanceAtMs, seeBalance } from "./low-balance.ts";
import { sampleCall, sampleDialled, sampleProfile } from "./testing/sample-call.ts";

const dollar = 1_000_000;
const answeredAtMs = 1_000_000;
// A cent a second.
const rate = { perMinuteMicros: micros(600_000), incrementSeconds: 1, minimumSeconds: 0, connectMicros: micros(0) };
const call = { ...sampleCall({ status: "in-progress" }), rate };
const talking: CallState = { status: "open", ...sampleDialled, call, callSid: "CA1", answeredAtMs, isMuted: false };
const idle: CallState = { status: "idle" };
const lost: CallState = {
  status: "failed",
  ...sampleDialled,
  call,
  failure: { code: "connection_lost" },
  endedAtMs: 0,
};

interface Wallet {
  posted: number;
  level?: number;
  held?: number;
}

function snapshot(state: CallState, { posted, level = 5, held = 0 }: Wallet): CallSnapshot {
  const [postedMicros, lowBalanceMicros, heldMicros] = [posted, level, held].map((dollars) => micros(dollars * dollar)) as [
    Micros,
    Micros,
    Micros,
  ];
  const profile = sampleProfile(1, call);
  const availableMicros = micros(postedMicros - heldMicros);
  const isLow = postedMicros < lowBalanceMicros;
  const balance = { ...profile.balance, postedMicros, heldMicros, availableMicros, lowBalanceMicros, isLow };
  return { ...idleSnapshot, state, profile: { ...profile, balance }, freshness: "stream" };
}

/** Shows one snapshot after another, each a while later, and counts how often the balance fell. */
function countFalls(...shown: (CallSnapshot & { afterSeconds?: number })[]): number {
  let seen: ReturnType<typeof seeBalance>["seen"];
  let falls = 0;
  for (const each of shown) {
    const looked = seeBalance(seen, each, answeredAtMs + (each.afterSeconds ?? 0) * 1000);
    seen = looked.seen;
    if (looked.hasFallen) falls += 1;
  }
  return falls;
}

describe("seeing the balance fall below the level", () => {
  it("says so once, when it is charged", () => {
    expect(countFalls(snapshot(idle, { posted: 6 }), snapshot(idle, { posted: 4.9 }), snapshot(idle, { posted: 3 }))).toBe(1);
  });

  it("says so during the call, as soon as what was talked takes it there", () => {
    const wallet = { posted: 6, held: 6 };
    expect(
      countFalls({ ...snapshot(talking, wallet), afterSeconds: 1 }, { ...snapshot(talking, wallet), afterSeconds: 100 }),
    ).toBe(0);
    expect(
      countFalls({ ...snapshot(talking, wallet), afterSeconds: 1 }, { ...snapshot(talking, wallet), afterSeconds: 101 }),
    ).toBe(1);
  });

  it("does not say so again when the charge comes after the call, however the call ended", () => {
    const wallet = { posted: 6, held: 6 };
    const falls = countFalls(
      { ...snapshot(talking, wallet), afterSeconds: 1 },
      { ...snapshot(talking, wallet), afterSeconds: 110 },
      snapshot(lost, wallet),
      snapshot(idle, { posted: 4.9 }),
    );
    expect(falls).toBe(1);
  });

  it("says so again only after it was above the level", () => {
    expect(
      countFalls(
        snapshot(idle, { posted: 6 }),
        snapshot(idle, { posted: 4 }),
        snapshot(idle, { posted: 9 }),
        snapshot(idle, { posted: 4 }),
      ),
    ).toBe(2);
  });

  it("says nothing of a balance that was low when it was first seen, or is another account's", () => {
    expect(countFalls(snapshot(idle, { posted: 4 }))).toBe(0);
    const mine = seeBalance(undefined, snapshot(idle, { posted: 6 }), 0).seen;
    const theirs = snapshot(idle, { posted: 4 });
    const user = { ...sampleProfile(1).user, accountId: "acct_01JD9Z6V7W8X9Y0Z1A2B3C4D5F" as never };
    const other = { ...theirs, profile: theirs.profile && { ...theirs.profile, user } };
    expect(seeBalance(mine, other, 0)).toMatchObject({ hasFallen: false, seen: { accountId: user.accountId, isLow: true } });
  });

  it("never says so to a person who set no level", () => {
    expect(countFalls(snapshot(idle, { posted: 6, level: 0 }), snapshot(idle, { posted: 0, level: 0 }))).toBe(0);
  });
});

describe("when the call going on takes the balance below the level", () => {
  it("is the second in which it does", () => {
    const wallet = { posted: 6, held: 6 };
    const atMs = lowBalanceAtMs(snapshot(talking, wallet)) ?? 0;
    expect(atMs).toBe(answeredAtMs + 101_000);
    const above = seeBalance(undefined, snapshot(talking, wallet), answeredAtMs).seen;
    expect(seeBalance(above, snapshot(talking, wallet), atMs - 1).hasFallen).toBe(false);
    expect(seeBalance(above, snapshot(talking, wallet), atMs).hasFallen).toBe(true);
  });

  it("is at once where the first increment does it, and never without a call, a level or a price", () => {
    expect(lowBalanceAtMs(snapshot(talking, { posted: 5 }))).toBe(answeredAtMs + 1000);
    expect(lowBalanceAtMs(snapshot(idle, { posted: 6 }))).toBeUndefined();
    expect(lowBalanceAtMs(snapshot(talking, { posted: 6, level: 0 }))).toBeUndefined();
    const free = { ...talking, call: { ...call, rate: { ...rate, perMinuteMicros: micros(0) } } };
    expect(lowBalanceAtMs(snapshot(free, { posted: 6 }))).toBeUndefined();
  });
});
