import type { Micros } from "#shared/money.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import { systemAccounts } from "../system-accounts.ts";
import { cents, newAccountId, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeWallets(open: OpenStore): void {
  describe("wallets", () => {
    test("a new wallet is empty, and making it again empties nothing", async () => {
      const { store, accountId, account } = await setUp(open, { balance: cents(500) });
      await store.openAccount({ id: accountId, nowMs: startMs + 1 });
      expect(await account()).toMatchObject({ postedMicros: cents(500), heldMicros: 0 });
      const empty = newAccountId();
      await store.openAccount({ id: empty, nowMs: startMs });
      expect(await store.findAccount(empty)).toMatchObject({ postedMicros: 0, heldMicros: 0 });
    });

    test("a system account is nobody's wallet", async () => {
      const { store } = await setUp(open);
      for (const id of Object.values(systemAccounts)) expect(await store.findAccount(id as never)).toBeUndefined();
    });

    test("a top-up sent twice is posted once", async () => {
      const { topUp, account } = await setUp(open, { balance: cents(0) });
      const id = `topup:${ulid()}`;
      expect(await topUp(cents(250), id)).toEqual({ ok: true, value: { posted: true } });
      expect(await topUp(cents(250), id)).toEqual({ ok: true, value: { posted: false } });
      expect((await account()).postedMicros).toBe(cents(250));
    });

    test("a wallet pays no more than is available, and a payment already made stays made", async () => {
      const { store, accountId, account, connectedCall } = await setUp(open, { balance: cents(150) });
      await connectedCall();
      const payOut = (amountMicros: Micros, id: string) =>
        store.postTransfer({
          id,
          kind: "adjust",
          debitAccount: accountId,
          creditAccount: systemAccounts.payments,
          amountMicros,
          callId: null,
          actor: "test",
          reason: "paid back",
          createdMs: startMs,
        });
      expect(await payOut(cents(51), `adjust:a:${accountId}`)).toEqual({ ok: false, error: "insufficient_balance" });
      expect(await payOut(cents(50), `adjust:b:${accountId}`)).toEqual({ ok: true, value: { posted: true } });
      expect(await payOut(cents(50), `adjust:b:${accountId}`)).toEqual({ ok: true, value: { posted: false } });
      expect(await account()).toMatchObject({ postedMicros: cents(100), heldMicros: cents(100) });
    });

    test("a transfer to an unknown account is refused and moves nothing", async () => {
      const { store, accountId, account } = await setUp(open);
      const refused = await store.postTransfer({
        id: `adjust:${ulid()}`,
        kind: "adjust",
        debitAccount: accountId,
        creditAccount: newAccountId(),
        amountMicros: cents(1),
        callId: null,
        actor: "test",
        reason: "test",
        createdMs: startMs,
      });
      expect(refused).toEqual({ ok: false, error: "account_not_found" });
      expect((await account()).postedMicros).toBe(cents(1_000));
    });

    test("every change raises the rev and is told after it can be read", async () => {
      const { store, accountId, account, topUp } = await setUp(open);
      const before = await account();
      const told: Promise<number | undefined>[] = [];
      const stop = store.onAccountChanged((id) => {
        if (id === accountId) told.push(store.findAccount(id).then((found) => found?.postedMicros));
      });
      await topUp(cents(5));
      stop();
      await topUp(cents(5));
      expect(await Promise.all(told)).toEqual([cents(1_005)]);
      expect((await account()).rev).toBeGreaterThan(before.rev);
    });
  });
}
