import { isTerminal, type CarrierStatus } from "#shared/call-status.ts";
import { callIdSchema } from "#shared/ids.ts";
import { addMicros, micros, zeroMicros } from "#shared/money.ts";
import { priceCall, type Rate } from "#shared/price-call.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CarrierFact } from "./carrier-fact.ts";
import { decide, type Decision, type LedgerAccount, type LedgerCall } from "./decide.ts";

const rate: Rate = { perMinuteMicros: micros(14_000), incrementSeconds: 6, minimumSeconds: 30, connectMicros: micros(1_000) };
const holdMicros = priceCall(rate, 600);

const call: LedgerCall = {
  id: callIdSchema.parse("call_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
  childSid: null,
  status: "queued",
  durationSeconds: 0,
  answeredMs: null,
  endedMs: null,
  rate,
  holdMicros,
  holdOpen: true,
  chargedMicros: zeroMicros,
  unrecoveredMicros: zeroMicros,
  final: false,
};
const account: LedgerAccount = { postedMicros: addMicros(holdMicros, micros(500_000)), heldMicros: holdMicros };

interface Books {
  call: LedgerCall;
  account: LedgerAccount;
  transferIds: string[];
}

const opened: Books = { call, account, transferIds: [] };

function signed(transfer: Decision["transfer"]): number {
  if (!transfer) return 0;
  return transfer.kind === "settle" ? 0 - transfer.amountMicros : Number(transfer.amountMicros);
}

/** What a store does with a decision. */
function apply(books: Books, fact: CarrierFact): Books {
  const { callPatch, transfer, holdDelta } = decide(books.call, books.account, fact);
  return {
    call: { ...books.call, ...callPatch },
    account: {
      postedMicros: micros(books.account.postedMicros + signed(transfer)),
      heldMicros: addMicros(books.account.heldMicros, holdDelta),
    },
    transferIds: transfer ? [...books.transferIds, transfer.id] : books.transferIds,
  };
}

function applyAll(facts: CarrierFact[], books = opened): Books {
  return facts.reduce(apply, books);
}

const timeMs = fc.integer({ min: 1_000_000, max: 9_000_000 });
const ongoing = fc.record({
  status: fc.constantFrom<CarrierStatus>("queued", "initiated", "ringing", "in-progress"),
  durationSeconds: fc.constant(undefined),
  atMs: timeMs,
  childSid: fc.constantFrom(undefined, "CA1"),
  isFinal: fc.constant(false),
});
const over = fc.record({
  status: fc.constantFrom<CarrierStatus>("canceled", "no-answer", "busy", "failed"),
  durationSeconds: fc.constantFrom(undefined, 0),
  atMs: timeMs,
  childSid: fc.constantFrom(undefined, "CA1"),
  isFinal: fc.constant(false),
});
const talked = fc.record({
  status: fc.constant<CarrierStatus>("completed"),
  durationSeconds: fc.option(fc.integer({ min: 0, max: 1_200 }), { nil: undefined }),
  atMs: timeMs,
  childSid: fc.constantFrom(undefined, "CA1"),
  isFinal: fc.constant(false),
});
const callback = fc.oneof(ongoing, over, talked);
const lastWord = fc.oneof(over, talked).map((fact) => Object.assign(fact, { isFinal: true }));

/** Facts leave many ways in which they can come. */
const manyRuns = { numRuns: 10_000 };

/** The same facts in another order, some of them more than once. */
function inAnyOrder(facts: readonly CarrierFact[]): fc.Arbitrary<CarrierFact[]> {
  if (facts.length === 0) return fc.constant([]);
  const doubled = fc.array(fc.constantFrom(...facts), { maxLength: facts.length });
  return doubled.chain((again) => fc.shuffledSubarray([...facts, ...again], { minLength: facts.length + again.length }));
}

function word(durationSeconds: number, isFinal: boolean): CarrierFact {
  return { status: "completed", durationSeconds, atMs: 5, childSid: undefined, isFinal };
}

describe("decide", () => {
  test("facts commute: any order gives the same call and the same wallet", () => {
    const orders = fc.array(callback, { maxLength: 8 }).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        shuffled: fc.shuffledSubarray(facts, { minLength: facts.length }),
      }),
    );
    fc.assert(
      fc.property(orders, ({ facts, shuffled }) => {
        const { call: one, account: oneAccount } = applyAll(facts);
        const { call: other, account: otherAccount } = applyAll(shuffled);
        expect(other).toEqual(one);
        expect(otherAccount).toEqual(oneAccount);
      }),
      manyRuns,
    );
  });

  test("facts are idempotent: said again, they say nothing", () => {
    fc.assert(
      fc.property(fc.array(callback, { maxLength: 6 }), fc.nat(), (facts, pick) => {
        const books = applyAll(facts);
        const again = facts[pick % Math.max(1, facts.length)];
        if (!again) return;
        expect(decide(books.call, books.account, again).isNews).toBe(false);
        expect(applyAll(facts, books)).toEqual(books);
      }),
      manyRuns,
    );
  });

  test("facts are associative: what is joined in two sittings is what is joined in one", () => {
    fc.assert(
      fc.property(fc.array(callback), fc.array(callback), (first, second) => {
        expect(applyAll(second, applyAll(first))).toEqual(applyAll([...first, ...second]));
      }),
      manyRuns,
    );
  });

  test("in any order, any doubling and any sittings, the same facts come to the same money, however little there is", () => {
    const cases = fc
      .array(callback, { minLength: 1, maxLength: 6 })
      .chain((facts) =>
        fc.record({ facts: fc.constant(facts), told: inAnyOrder(facts), sittings: fc.nat(12), spare: fc.nat(20_000) }),
      );
    fc.assert(
      fc.property(cases, ({ facts, told, sittings, spare }) => {
        // The hold is for ten minutes: what is said to be longer cannot be paid in full.
        const poor = { ...opened, account: { postedMicros: addMicros(holdMicros, micros(spare)), heldMicros: holdMicros } };
        const { call: once, account: onceWallet } = applyAll(facts, poor);
        const { call: again, account: againWallet } = applyAll(told.slice(sittings), applyAll(told.slice(0, sittings), poor));
        expect(again).toEqual(once);
        expect(againWallet).toEqual(onceWallet);
      }),
      manyRuns,
    );
  });

  test("the last word decides status, duration and charge, wherever it comes among the others", () => {
    fc.assert(
      fc.property(fc.array(callback), fc.array(callback), lastWord, (before, after, word) => {
        const { call: told, account: wallet } = applyAll([...before, word, ...after]);
        const { call: alone, account: aloneWallet } = applyAll([word]);
        if (!alone.final) return;
        expect(told).toMatchObject({ status: alone.status, durationSeconds: alone.durationSeconds, final: true });
        expect(told.chargedMicros).toBe(alone.chargedMicros);
        expect(wallet).toEqual(aloneWallet);
      }),
      manyRuns,
    );
  });

  test("nothing ever goes back before the last word, and nothing changes after it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: callback }, { weight: 1, arbitrary: lastWord })), (facts) => {
        let books = opened;
        for (const fact of facts) {
          const next = apply(books, fact);
          if (books.call.final) expect(next).toEqual(books);
          else if (!next.call.final) {
            expect(next.call.durationSeconds).toBeGreaterThanOrEqual(books.call.durationSeconds);
            expect(next.call.chargedMicros).toBeGreaterThanOrEqual(books.call.chargedMicros);
          }
          books = next;
        }
      }),
      manyRuns,
    );
  });

  test("the charge is the price of the talk, or what there was, and the books agree with it", () => {
    const balances = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(fc.array(fc.oneof(callback, lastWord)), balances, (facts, spare) => {
        const start = { ...opened, account: { ...account, postedMicros: addMicros(holdMicros, micros(spare)) } };
        const { call: told, account: wallet, transferIds } = applyAll(facts, start);
        const owed = told.status === "completed" ? priceCall(rate, told.durationSeconds) : 0;
        expect(told.chargedMicros + told.unrecoveredMicros).toBe(owed);
        expect(start.account.postedMicros - wallet.postedMicros).toBe(told.chargedMicros);
        expect(wallet.postedMicros - wallet.heldMicros).toBeGreaterThanOrEqual(0);
        expect(wallet.heldMicros).toBe(isTerminal(told.status) ? 0 : holdMicros);
        expect(new Set(transferIds).size).toBe(transferIds.length);
      }),
      manyRuns,
    );
  });

  test("an end without its duration keeps the hold until the duration is known", () => {
    const end: CarrierFact = { status: "completed", durationSeconds: undefined, atMs: 5, childSid: "CA1", isFinal: false };
    const waiting = apply(opened, end);
    expect(waiting.call).toMatchObject({ status: "in-progress", holdOpen: true, endedMs: null });
    const told = apply(waiting, { ...end, durationSeconds: 61, isFinal: true });
    expect(told.call).toMatchObject({ holdOpen: false, final: true, chargedMicros: priceCall(rate, 61) });
  });

  test("a last word that says the call goes on is not the last", () => {
    const fact: CarrierFact = { status: "ringing", durationSeconds: undefined, atMs: 5, childSid: undefined, isFinal: true };
    expect(apply(opened, fact).call).toMatchObject({ status: "ringing", final: false, holdOpen: true });
  });

  test("a lost answer is reckoned back from the end", () => {
    const end: CarrierFact = { status: "completed", durationSeconds: 30, atMs: 90_000, childSid: undefined, isFinal: false };
    expect(apply(opened, end).call).toMatchObject({ answeredMs: 60_000, endedMs: 90_000 });
  });

  test("what an overrun left unpaid is not taken from a later top-up, whoever says the same again", () => {
    const poor = { ...opened, account: { postedMicros: holdMicros, heldMicros: holdMicros } };
    const overrun = apply(poor, word(900, false));
    const toppedUp = { ...overrun, account: { postedMicros: micros(5_000_000), heldMicros: zeroMicros } };
    expect(apply(toppedUp, word(900, false))).toEqual(toppedUp);
    expect(apply(toppedUp, word(900, true)).account).toEqual(toppedUp.account);
  });

  test("what was never paid is forgiven before anything is paid back", () => {
    const poor = { ...opened, account: { postedMicros: holdMicros, heldMicros: holdMicros } };
    const overrun = apply(poor, word(900, false));
    expect(overrun.call.unrecoveredMicros).toBe(priceCall(rate, 900) - holdMicros);
    const lowered = apply(overrun, word(606, true));
    expect(lowered.call).toMatchObject({ chargedMicros: holdMicros, unrecoveredMicros: priceCall(rate, 606) - holdMicros });
    expect(lowered.account.postedMicros).toBe(0);
    const paidBack = apply(overrun, word(60, true));
    expect(paidBack.call).toMatchObject({ chargedMicros: priceCall(rate, 60), unrecoveredMicros: 0 });
    expect(paidBack.account.postedMicros).toBe(holdMicros - priceCall(rate, 60));
  });
});
