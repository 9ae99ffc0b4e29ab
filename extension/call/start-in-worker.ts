import { err, type Result } from "#shared/result.ts";
import { isMessengerFailure, type MessengerFailure } from "../platform/messenger.ts";
import { sessionStore, type Session } from "../platform/session-store.ts";
import { settingsStore } from "../platform/settings-store.ts";
import type { Settings } from "../platform/settings.ts";
import { callSessionChannel, type PlaceCall } from "./call-messages.ts";
import { isLive, type Failure } from "./call-state.ts";
import { applyWithoutSession } from "./mirror-snapshot.ts";
import { ensureOffscreenDocument } from "./offscreen-document.ts";
import type { StartCall } from "./start-call.ts";
import { storedSnapshot } from "./stored-snapshot.ts";

/** What a person chose before this call was asked for. */
export interface Chosen {
  /** The client key of the call whose place it takes. */
  insteadOf?: string;
}

/** Brings up the document that holds calls, and has it place one. Why a call cannot even begin is shown like any failure. */
export async function startInWorker(call: StartCall, { insteadOf }: Chosen = {}): Promise<Result<undefined, Failure>> {
  const [session, settings] = await Promise.all([sessionStore.read(), settingsStore.read()]);
  const clientKey = crypto.randomUUID();
  if (!session) return refuse(call, clientKey, { code: "not_connected" });
  const placed = await place({
    ...toPlaceCall(call, { clientKey, session, settings }),
    ...(insteadOf !== undefined && { insteadOf }),
  });
  if (placed.ok) return placed;
  if (!isMessengerFailure(placed.error)) return err(placed.error);
  console.error("The offscreen document did not take the call.", placed.error);
  return refuse(call, clientKey, { code: "extension_failed" });
}

/** What the person did not say for this call comes from the settings. */
function toPlaceCall(
  { to, region, fromNumber, extension }: StartCall,
  { clientKey, session, settings }: { clientKey: string; session: Session; settings: Settings },
): PlaceCall {
  const shown = fromNumber ?? settings.fromNumber;
  return {
    clientKey,
    to,
    region: region ?? settings.defaultCountry,
    ...(shown && { fromNumber: shown }),
    ...(extension && { extension }),
    session,
    pollIntervalMs: settings.pollIntervalMs,
    audio: settings.audio,
  };
}

async function place(request: PlaceCall): Promise<Result<undefined, Failure | MessengerFailure>> {
  await ensureOffscreenDocument();
  const placed = await callSessionChannel.send("place", request);
  if (placed.ok || placed.error.code !== "no_receiver") return placed;
  // The document closes itself when it has been idle, and may have done so just now. It has not read the message, so
  // asking the next one is safe; the client key makes it one call in any case.
  await ensureOffscreenDocument();
  return callSessionChannel.send("place", request);
}

/** Shows why a call cannot even begin, unless another one is on the screen. */
async function refuse({ to }: StartCall, clientKey: string, failure: Failure): Promise<Result<undefined, Failure>> {
  const { state } = await storedSnapshot.read();
  if (isLive(state)) return err(failure);
  const atMs = Date.now();
  const dialled = { clientKey, dialled: to, requestedAtMs: atMs };
  await applyWithoutSession({ type: "requested", dialled }, { type: "failed", failure, atMs });
  return err(failure);
}
