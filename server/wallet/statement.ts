import type { StatementLine } from "#shared/api/wallet.ts";
import type { AccountId } from "#shared/ids.ts";
import { subtractMicros, zeroMicros } from "#shared/money.ts";
import type { Page, PostedTransfer, Store } from "../store/store.ts";

/** What moved in and out of a wallet, newest first. The changes of all pages add up to what is posted. */
export async function readStatement(
  store: Pick<Store, "listTransfers">,
  accountId: AccountId,
  page: { cursor?: string; limit: number },
): Promise<Page<StatementLine>> {
  const { items, nextCursor } = await store.listTransfers(accountId, page);
  return { items: items.map((transfer) => toLine(transfer, accountId)), nextCursor };
}

function toLine(transfer: PostedTransfer, accountId: AccountId): StatementLine {
  const { id, kind, callId, reason, createdMs, amountMicros, creditAccount } = transfer;
  const { balanceAfterMicros, toNumber, contactName } = transfer;
  return {
    id,
    kind,
    changeMicros: creditAccount === accountId ? amountMicros : subtractMicros(zeroMicros, amountMicros),
    balanceAfterMicros,
    reason,
    callId,
    toNumber,
    contactName,
    createdAt: new Date(createdMs).toISOString(),
  };
}
