import type { AccountId } from "#shared/ids.ts";
import { subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import type { Page, Store, Transfer } from "../store/store.ts";

/** A transfer as the wallet's owner sees it: above zero is money in, below zero is money out. */
export interface StatementLine extends Pick<Transfer, "id" | "kind" | "callId" | "reason" | "createdMs"> {
  changeMicros: Micros;
}

/** What moved in and out of a wallet, newest first. The changes of all pages add up to what is posted. */
export async function readStatement(
  store: Pick<Store, "listTransfers">,
  accountId: AccountId,
  page: { cursor?: string; limit: number },
): Promise<Page<StatementLine>> {
  const { items, nextCursor } = await store.listTransfers(accountId, page);
  return { items: items.map((transfer) => toLine(transfer, accountId)), nextCursor };
}

function toLine(transfer: Transfer, accountId: AccountId): StatementLine {
  const { id, kind, callId, reason, createdMs, amountMicros, creditAccount } = transfer;
  const changeMicros = creditAccount === accountId ? amountMicros : subtractMicros(zeroMicros, amountMicros);
  return { id, kind, callId, reason, createdMs, changeMicros };
}
