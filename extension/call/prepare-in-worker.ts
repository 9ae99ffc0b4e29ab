import { sessionStore } from "../platform/session-store.ts";
import { callSessionChannel } from "./call-messages.ts";
import { ensureOffscreenDocument } from "./offscreen-document.ts";

/** Brings up the document that holds calls, and has it open the way to the carrier. Nobody waits for it, so that a failure waits for the call. */
export async function prepareInWorker(): Promise<void> {
  const session = await sessionStore.read();
  if (!session) return;
  await ensureOffscreenDocument();
  await callSessionChannel.send("prepare", { session });
}
