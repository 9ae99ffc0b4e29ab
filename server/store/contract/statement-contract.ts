import { contactIdSchema } from "#shared/ids.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { PostedTransfer } from "../store.ts";
import { cents, completed, newAccountId, number, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeStatements(open: OpenStore): void {
  describe("statements", () => {
    test("are newest first, page by page, each line once, whoever writes meanwhile", async () => {
      const { accountId, topUp, readPages } = await setUpStatement(open);
      const ids: string[] = [];
      for (let index = 0; index < 7; index += 1) {
        ids.push(`topup:${ulid()}`);
        await topUp(cents(1), ids.at(-1));
      }
      const seen = await readPages({ limit: 2, betweenPages: () => topUp(cents(1)) });
      expect(seen.map(({ id }) => id)).toEqual(ids.toReversed());
      expect(seen.every(({ creditAccount }) => creditAccount === accountId)).toBe(true);
    });

    test("are in the order of posting, also when a clock was set back", async () => {
      const { topUp, readPages, setClock } = await setUpStatement(open);
      for (const [index, id] of ["c", "a", "b"].entries()) {
        setClock(startMs - index);
        await topUp(cents(1), `topup:${id}:${ulid()}`);
      }
      expect((await readPages({ limit: 10 })).map(({ id }) => id.split(":")[1])).toEqual(["b", "a", "c"]);
    });

    test("tell after each line what was there, and the same on every page size", async () => {
      const { store, account, topUp, connectedCall, readPages } = await setUpStatement(open);
      await topUp(cents(500));
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, completed(90));
      await store.recordFact({ callId: call.id }, completed(60, { isFinal: true }));
      await topUp(cents(7));
      const whole = await readPages({ limit: 10 });
      expect(whole.map(({ kind, balanceAfterMicros }) => [kind, balanceAfterMicros])).toEqual([
        ["topup", cents(447)],
        ["refund", cents(440)],
        ["settle", cents(410)],
        ["topup", cents(500)],
      ]);
      expect(whole[0]?.balanceAfterMicros).toBe((await account()).postedMicros);
      for (const limit of [1, 2, 3]) expect(await readPages({ limit })).toEqual(whole);
    });

    test("keep the balances of older lines while newer ones are posted", async () => {
      const { topUp, readPages } = await setUpStatement(open);
      for (let index = 0; index < 4; index += 1) await topUp(cents(10));
      const seen = await readPages({ limit: 1, betweenPages: () => topUp(cents(1_000)) });
      expect(seen.map(({ balanceAfterMicros }) => balanceAfterMicros)).toEqual([40, 30, 20, 10].map(cents));
    });

    test("say whom a call was to, by the name that the contact has now", async () => {
      const { store, accountId, topUp, connectedCall, readPages } = await setUpStatement(open);
      await topUp(cents(500));
      const contactId = contactIdSchema.parse(`con_${ulid()}`);
      const contact = { id: contactId, accountId, name: "Ada", number: number("+14155552671"), company: null, note: null };
      await store.addContact({ ...contact, createdMs: startMs, lastCalledMs: null });
      const call = await connectedCall({ contactId });
      await store.recordFact({ callId: call.id }, completed(5));
      const [settled, paidIn] = await readPages({ limit: 10 });
      expect(settled).toMatchObject({ callId: call.id, toNumber: "+14155552671", contactName: "Ada" });
      expect(paidIn).toMatchObject({ callId: null, toNumber: null, contactName: null });
    });

    test("show nobody else's lines, and nothing after a line that is not the account's", async () => {
      const { store, accountId, topUp } = await setUpStatement(open);
      await topUp(cents(1));
      const [line] = (await store.listTransfers(accountId, { limit: 1 })).items;
      const other = newAccountId();
      await store.openAccount({ id: other, nowMs: startMs });
      expect(await store.listTransfers(other, { limit: 10 })).toEqual({ items: [], nextCursor: null });
      expect(await store.listTransfers(other, { limit: 10, cursor: line?.id ?? "" })).toEqual({ items: [], nextCursor: null });
    });
  });
}

async function setUpStatement(open: OpenStore) {
  const wallet = await setUp(open, { balance: cents(0) });
  async function readPages({ limit, betweenPages }: { limit: number; betweenPages?: () => Promise<unknown> }) {
    const seen: PostedTransfer[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await wallet.store.listTransfers(wallet.accountId, { limit, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.nextCursor;
      await betweenPages?.();
    } while (cursor);
    return seen;
  }
  return { ...wallet, readPages };
}
