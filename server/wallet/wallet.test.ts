import { addMicros } from "#shared/money.ts";
import { expect, test } from "vitest";
import { cents, completed, newAccountId, setUp, startMs } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { readStatement } from "./statement.ts";
import { postTopUp } from "./top-up.ts";

function startWallet() {
  return setUp(async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }), { balance: cents(0) });
}

const payment = { amountMicros: cents(500), reference: "receipt-1", actor: "owner", reason: "paid", nowMs: startMs };

test("a top-up with the same reference is posted once", async () => {
  const { store, accountId, account } = await startWallet();
  expect(await postTopUp(store, { accountId, ...payment })).toEqual({ ok: true, value: { posted: true } });
  expect(await postTopUp(store, { accountId, ...payment })).toEqual({ ok: true, value: { posted: false } });
  expect((await account()).postedMicros).toBe(cents(500));
});

test("the same reference in another wallet is another payment", async () => {
  const { store, accountId } = await startWallet();
  const other = newAccountId();
  await store.openAccount({ id: other, nowMs: startMs });
  await postTopUp(store, { accountId, ...payment });
  expect(await postTopUp(store, { accountId: other, ...payment })).toEqual({ ok: true, value: { posted: true } });
});

test("a top-up of a wallet that does not exist says so", async () => {
  const { store } = await startWallet();
  expect(await postTopUp(store, { accountId: newAccountId(), ...payment })).toEqual({ ok: false, error: "account_not_found" });
});

test("the statement's changes add up to what is posted", async () => {
  const { store, accountId, account, connectedCall } = await startWallet();
  await postTopUp(store, { accountId, ...payment });
  const call = await connectedCall();
  await store.recordFact({ callId: call.id }, completed(30));
  await store.recordFact({ callId: call.id }, completed(20, { isFinal: true }));
  const { items } = await readStatement(store, accountId, { limit: 10 });
  expect(items.map(({ kind, changeMicros }) => ({ kind, changeMicros }))).toEqual(
    expect.arrayContaining([
      { kind: "topup", changeMicros: cents(500) },
      { kind: "settle", changeMicros: cents(-30) },
      { kind: "refund", changeMicros: cents(10) },
    ]),
  );
  expect(addMicros(...items.map(({ changeMicros }) => changeMicros))).toBe((await account()).postedMicros);
});
