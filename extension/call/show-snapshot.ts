import { browser } from "wxt/browser";
import { createStoredItem } from "../platform/stored-item.ts";
import { badgeOf, type Badge } from "./badge.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { CallState } from "./call-state.ts";
import { endNoticeOf, type EndNotice } from "./end-notice.ts";

/** The call that was hung up on this side, by its client key. */
export const hungUpHere = createStoredItem<string | undefined>({
  area: "session",
  key: "hungUpHere",
  parse: (stored) => (typeof stored === "string" ? stored : undefined),
});

/** Shows a new snapshot where it is seen with no page of ours open: on the toolbar button, and as a notice at the end of a call. */
export async function showSnapshot({ before, after }: { before: CallSnapshot; after: CallSnapshot }): Promise<void> {
  if (after.state === before.state) return;
  await showBadge(after.state);
  const notice = endNoticeOf(before.state, after.state);
  if (notice && !(await isKnown(after.state))) await notify(notice);
}

async function showBadge(state: CallState): Promise<void> {
  const { text, color, icon, title } = badgeOf(state);
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setBadgeTextColor({ color: "#ffffff" }),
    browser.action.setTitle({ title }),
    browser.action.setIcon({ path: iconPaths[icon] }),
  ]);
}

const iconPaths = {
  idle: { 16: "/icon/16.png", 32: "/icon/32.png" },
  talking: { 16: "/icon/talking-16.png", 32: "/icon/talking-32.png" },
  muted: { 16: "/icon/muted-16.png", 32: "/icon/muted-32.png" },
} satisfies Record<Badge["icon"], Record<number, string>>;

/** Whoever hung up, or has the dialer open, sees the end for themselves. */
async function isKnown(state: CallState): Promise<boolean> {
  if (state.status !== "idle" && state.clientKey === (await hungUpHere.read())) return true;
  const dialers = await browser.runtime.getContexts({ contextTypes: ["POPUP", "SIDE_PANEL"] });
  return dialers.length > 0;
}

async function notify({ title, message }: EndNotice): Promise<void> {
  await browser.notifications.create("call-end", { type: "basic", iconUrl: "/icon/128.png", title, message });
}
