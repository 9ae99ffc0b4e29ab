import { i18n } from "#i18n";
import { accountIdSchema } from "#shared/ids.ts";
import { browser } from "wxt/browser";
import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";
import { formatBalance } from "../ui/format-balance.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { seeBalance, type SeenBalance } from "./low-balance.ts";

const noticeId = "low-balance";

const seenSchema = z.object({ accountId: accountIdSchema, isLow: z.boolean() });

/** Kept for good: neither the worker's rest nor the browser's end makes a balance fall that was low before. */
const seenBalance = createStoredItem<SeenBalance | undefined>({
  area: "local",
  key: "seenBalance",
  parse: (stored) => seenSchema.safeParse(stored).data,
});

/** Opens the wallet when the notice is clicked. Called in the worker's first turn. */
export function hostLowBalanceNotice(openWallet: () => void): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id !== noticeId) return;
    openWallet();
    void browser.notifications.clear(id);
  });
}

/** Tells a person once that the balance has fallen below the level they set. One call at a time: it reads and writes. */
export async function tellOfLowBalance(snapshot: CallSnapshot, nowMs: number): Promise<void> {
  const before = await seenBalance.read();
  const { seen, hasFallen } = seeBalance(before, snapshot, nowMs);
  if (seen?.accountId !== before?.accountId || seen?.isLow !== before?.isLow) await seenBalance.write(seen);
  if (hasFallen && snapshot.profile) await notify(formatBalance(snapshot.profile.balance.lowBalanceMicros));
}

async function notify(level: string): Promise<void> {
  await browser.notifications.create(noticeId, {
    type: "basic",
    iconUrl: "/icon/128.png",
    title: i18n.t("call.lowBalance.title", { level }),
    message: i18n.t("call.lowBalance.text"),
  });
}
