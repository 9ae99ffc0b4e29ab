import { logChange } from "./call-log.ts";
import { isLive } from "./call-state.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { findInterruptedCall, rememberLiveCall } from "./interrupted-call.ts";
import { tellOfLowBalance } from "./low-balance-notice.ts";
import { hasOffscreenDocument } from "./offscreen-document.ts";
import { showSnapshot } from "./show-snapshot.ts";
import { storedSnapshot } from "./stored-snapshot.ts";
import { transition, type CallEvent } from "./transition.ts";
import { updateWhenFree } from "./waiting-update.ts";

// Each of these reads the stored snapshot and writes it: they are called in turn, never two at once.

/** Stores a new snapshot and shows it where no page of ours is open. */
export async function mirror(snapshot: CallSnapshot): Promise<void> {
  const before = await storedSnapshot.read();
  await storedSnapshot.write(snapshot);
  await showSnapshot({ before, after: snapshot });
  await rememberLiveCall(snapshot.state);
  await tellOfLowBalance(snapshot, Date.now());
  await logChange(before, snapshot, Date.now());
  await updateWhenFree(snapshot);
}

/** Moves the stored call on where no document holds it (any more). */
export async function applyWithoutSession(...events: CallEvent[]): Promise<void> {
  const snapshot = await storedSnapshot.read();
  const state = events.reduce(transition, snapshot.state);
  await mirror({ ...snapshot, state, freshness: "none" });
}

/** Says so when the document that held a live call has gone: it crashed, or the browser took it away, or has itself been away. */
export async function verify(): Promise<void> {
  const { state } = await storedSnapshot.read();
  if (await hasOffscreenDocument()) return;
  if (!isLive(state)) return findInterruptedCall();
  await applyWithoutSession({ type: "failed", failure: { code: "browser_ended" }, atMs: Date.now() });
}
