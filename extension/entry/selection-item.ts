import { i18n } from "#i18n";
import { e164Schema, formatInternational, type E164 } from "#shared/phone-number.ts";
import { browser } from "wxt/browser";
import type { SelectedText } from "../detection/card-messages.ts";
import { createStoredItem } from "../platform/stored-item.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { readSelection, type Asked, type AskedOn } from "./read-asked.ts";

export const selectionItem = "call-selection";

/** How the item for selected text stands in the context menu. */
export type SelectionItem =
  /** The page is not read: whether it is a number is seen when the item is chosen. */
  | { kind: "any" }
  | { kind: "none" }
  /** `isSure` when choosing it calls at once. */
  | { kind: "number"; number: E164; isSure: boolean };

/** The number that the item names, if it names one: it is what a person believes to call. */
const namedNumber = createStoredItem<E164 | undefined>({
  area: "session",
  key: "menuNumber",
  parse: (stored) => e164Schema.safeParse(stored).data,
});

/** What the item is for a selection. */
export function selectionItemOf(selected: SelectedText, on: AskedOn): SelectionItem {
  if (selected.kind === "unknown") return { kind: "any" };
  const asked: Asked = selected.kind === "no-number" ? { kind: "unread" } : readSelection(selected.text, on);
  return asked.kind === "unread" ? { kind: "none" } : { kind: "number", number: asked.number, isSure: asked.kind === "sure" };
}

/** The item's words: the number as it will be dialled, with dots where it is looked at before. */
export function titleOf(item: SelectionItem): string {
  if (item.kind !== "number") return i18n.t("entry.callSelection");
  const title = i18n.t("entry.callNumber", { number: leftToRight(formatInternational(item.number)) });
  return item.isSure ? title : `${title}…`;
}

/** Puts the item into the menu as it is to be. */
export async function showSelectionItem(item: SelectionItem): Promise<void> {
  await namedNumber.write(item.kind === "number" ? item.number : undefined);
  await browser.contextMenus.update(selectionItem, { title: titleOf(item), visible: item.kind !== "none" });
}

/**
 * What choosing the item asks for. The menu may have been shown before the browser heard of another selection, and nobody is to call a
 * number other than the one it named: that is laid into the dialer to be looked at.
 */
export async function readChosen(text: string, on: AskedOn): Promise<Asked> {
  const asked = readSelection(text, on);
  const named = await namedNumber.read();
  if (asked.kind !== "sure" || named === undefined || named === asked.number) return asked;
  return { kind: "likely", number: asked.number, written: formatInternational(asked.number), country: on.userCountry };
}
