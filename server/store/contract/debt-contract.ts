import { micros, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import fc from "fast-check";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import { systemAccounts } from "../system-accounts.ts";
import { cents, completed, newAccountId, setUp, startMs, type OpenStore } from "./fixture.ts";

const minus = (amount: Micros) => subtractMicros(zeroMicros, amount);
const posted = { ok: true, value: { posted: true } };
const postedBefore = { ok: true, value: { posted: false } };

export function describeDebts(open: OpenStore): void {
  describe("money taken back", () => {
    test("comes out of the wallet when it is there", async () => {
      const { account, takeBack } = await setUpDebts(open, { balance: cents(100) });
      expect(await takeBack(cents(100))).toEqual(posted);
      expect(await account()).toMatchObject({ postedMicros: 0, owedMicros: 0 });
    });

    test("is owed as far as it is spent", async () => {
      const { account, takeBack } = await setUpDebts(open, { balance: cents(100) });
      await takeBack(cents(130));
      expect(await account()).toMatchObject({ postedMicros: 0, owedMicros: cents(30) });
      await takeBack(cents(5));
      expect(await account()).toMatchObject({ postedMicros: 0, owedMicros: cents(35) });
    });

    test("takes nothing from a call that is going on", async () => {
      const { store, account, takeBack, connectedCall } = await setUpDebts(open, { balance: cents(150) });
      const call = await connectedCall();
      await takeBack(cents(150));
      expect(await account()).toMatchObject({ postedMicros: cents(100), heldMicros: cents(100), owedMicros: cents(100) });
      await store.recordFact({ callId: call.id }, completed(70));
      expect(await account()).toMatchObject({ postedMicros: cents(30), heldMicros: 0, owedMicros: cents(100) });
    });

    test("is taken once, however often it is asked for and all at once", async () => {
      const { account, takeBack } = await setUpDebts(open, { balance: cents(100) });
      const reference = ulid();
      const answers = await Promise.all(Array.from({ length: 10 }, () => takeBack(cents(40), reference)));
      expect(answers.filter((answer) => answer.ok && answer.value.posted)).toHaveLength(1);
      const before = await account();
      expect(before).toMatchObject({ postedMicros: cents(60), owedMicros: 0 });
      expect(await takeBack(cents(90), reference)).toEqual(postedBefore);
      expect(await account()).toEqual(before);
    });

    test("is taken once also when all of it was owed", async () => {
      const { account, takeBack, topUp } = await setUpDebts(open, { balance: cents(0) });
      const reference = ulid();
      await takeBack(cents(40), reference);
      await topUp(cents(100));
      expect(await takeBack(cents(40), reference)).toEqual(postedBefore);
      expect(await account()).toMatchObject({ postedMicros: cents(60), owedMicros: 0 });
    });

    test("is told as a change, even when only what is owed has changed", async () => {
      const { store, accountId, account, takeBack } = await setUpDebts(open, { balance: cents(0) });
      const before = await account();
      const told: string[] = [];
      const stop = store.onAccountChanged((id) => void (id === accountId && told.push(id)));
      await takeBack(cents(1));
      stop();
      expect(told).toEqual([accountId]);
      expect((await account()).rev).toBeGreaterThan(before.rev);
    });

    test("from an unknown wallet is refused", async () => {
      const { store } = await setUp(open);
      const nobody = { accountId: newAccountId(), reference: ulid(), actor: "test", reason: "test", nowMs: startMs };
      expect(await store.takeBack({ ...nobody, amountMicros: cents(1) })).toEqual({ ok: false, error: "account_not_found" });
    });
  });

  describe("what is owed", () => {
    test("is paid off first by the next money that comes in", async () => {
      const { account, takeBack, topUp } = await setUpDebts(open, { balance: cents(0) });
      await takeBack(cents(50));
      await topUp(cents(20));
      expect(await account()).toMatchObject({ postedMicros: 0, owedMicros: cents(30) });
      await topUp(cents(40));
      expect(await account()).toMatchObject({ postedMicros: cents(10), owedMicros: 0 });
      await topUp(cents(40));
      expect(await account()).toMatchObject({ postedMicros: cents(50), owedMicros: 0 });
    });

    test("is paid off once by a top-up that is sent twice", async () => {
      const { account, takeBack, topUp } = await setUpDebts(open, { balance: cents(0) });
      await takeBack(cents(50));
      const id = `topup:${ulid()}`;
      expect([await topUp(cents(20), id), await topUp(cents(20), id)]).toEqual([posted, postedBefore]);
      expect(await account()).toMatchObject({ postedMicros: 0, owedMicros: cents(30) });
    });

    test("is paid off by a gift, and not by a correction of the operator's", async () => {
      const { account, takeBack, bringIn } = await setUpDebts(open, { balance: cents(0) });
      await takeBack(cents(50));
      await bringIn("adjust", cents(20));
      expect(await account()).toMatchObject({ postedMicros: cents(20), owedMicros: cents(50) });
      await bringIn("credit", cents(20));
      expect(await account()).toMatchObject({ postedMicros: cents(20), owedMicros: cents(30) });
    });

    test("is not paid off by what a call gives back", async () => {
      const { store, account, takeBack, connectedCall } = await setUpDebts(open, { balance: cents(100) });
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, completed(100));
      await takeBack(cents(100));
      await store.recordFact({ callId: call.id }, completed(40, { isFinal: true }));
      expect(await account()).toMatchObject({ postedMicros: cents(60), owedMicros: cents(100) });
    });

    test("stands in the statement with what paid it off, and the lines add up", async () => {
      const { store, accountId, takeBack, topUp } = await setUpDebts(open, { balance: cents(100) });
      await takeBack(cents(130));
      await topUp(cents(50));
      const { items } = await store.listTransfers(accountId, { limit: 10 });
      const lines = items.map(({ kind, debitAccount, amountMicros, balanceAfterMicros }) => ({
        kind,
        change: debitAccount === accountId ? minus(amountMicros) : amountMicros,
        balanceAfterMicros,
      }));
      expect(lines).toEqual([
        { kind: "adjust", change: minus(cents(30)), balanceAfterMicros: cents(20) },
        { kind: "topup", change: cents(50), balanceAfterMicros: cents(50) },
        { kind: "adjust", change: minus(cents(100)), balanceAfterMicros: 0 },
        { kind: "topup", change: cents(100), balanceAfterMicros: cents(100) },
      ]);
    });

    test("and what is there always add up to what came in less what was taken back", async () => {
      const step = fc.record({
        kind: fc.constantFrom("in" as const, "back" as const, "call" as const),
        amount: fc.integer({ min: 1, max: 200 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const { store, account, takeBack, topUp, createCall, authorise } = await setUpDebts(open, { balance: cents(0) });
          let expected = 0;
          for (const { kind, amount } of steps) {
            if (kind === "in") await topUp(cents(amount));
            if (kind === "back") await takeBack(cents(amount));
            if (kind === "call") await authorise(await createCall());
            if (kind !== "call") expected += kind === "in" ? cents(amount) : minus(cents(amount));
            const { postedMicros, heldMicros, owedMicros } = await account();
            expect(postedMicros - owedMicros).toBe(expected);
            expect(Math.min(postedMicros - heldMicros, owedMicros)).toBeGreaterThanOrEqual(0);
          }
          await store.close();
        }),
        { numRuns: 15 },
      );
    });
  });

  describe("a transfer", () => {
    test("is found by its id as it was posted", async () => {
      const { store, accountId, topUp } = await setUp(open);
      const id = `topup:${ulid()}`;
      await topUp(micros(123), id);
      expect(await store.findTransfer(id)).toEqual({
        id,
        kind: "topup",
        debitAccount: systemAccounts.payments,
        creditAccount: accountId,
        amountMicros: 123,
        callId: null,
        actor: "test",
        reason: "test",
        createdMs: startMs,
      });
      expect(await store.findTransfer(`topup:${ulid()}`)).toBeUndefined();
    });
  });
}

async function setUpDebts(open: OpenStore, { balance }: { balance: Micros }) {
  const wallet = await setUp(open, { balance });
  const { store, accountId } = wallet;
  const takeBack = (amountMicros: Micros, reference: string = ulid()) =>
    store.takeBack({ accountId, amountMicros, reference, actor: "test", reason: "disputed", nowMs: startMs });
  const bringIn = (kind: "credit" | "adjust", amountMicros: Micros) =>
    store.postTransfer({
      id: `${kind}:${ulid()}`,
      kind,
      debitAccount: systemAccounts.gifts,
      creditAccount: accountId,
      amountMicros,
      callId: null,
      actor: "test",
      reason: "test",
      createdMs: startMs,
    });
  return { ...wallet, takeBack, bringIn };
}
