import { err, ok, type Result } from "#shared/result.ts";
import { browser } from "wxt/browser";
import { isMessengerFailure, type MessengerFailure } from "../platform/messenger.ts";
import { sessionStore, type Session } from "../platform/session-store.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { callHostChannel, callReportChannel, callSessionChannel, livenessPortName, type PlaceCall } from "./call-messages.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { isLive, type Failure } from "./call-state.ts";
import { failureOf } from "./failures.ts";
import { ensureOffscreenDocument, hasOffscreenDocument } from "./offscreen-document.ts";
import { hungUpHere, showSnapshot } from "./show-snapshot.ts";
import type { StartCall } from "./start-call.ts";
import { storedSnapshot } from "./stored-snapshot.ts";
import { inTurn } from "./in-turn.ts";
import { transition, type CallEvent } from "./transition.ts";

/** The call, for what else runs in the service worker: messages do not reach the page that sends them. */
export interface CallHost {
  start(call: StartCall): Promise<Result<undefined, Failure>>;
  hangUp(): Promise<void>;
  setMuted(isMuted: boolean): Promise<void>;
  readSnapshot(): Promise<CallSnapshot>;
}

/**
 * The service worker's part of a call: makes the offscreen document, passes commands on to it, and mirrors its snapshots to
 * `storage.session`, the badge and a notice. Chrome may stop the worker at any moment, so it keeps nothing for itself; and
 * it must be called in the worker's first turn, or the event that woke it finds no listener.
 */
export function hostCalls(): CallHost {
  callHostChannel.serve({
    start: (call) => inTurn(() => start(call)),
    hangUp: () => inTurn(hangUp),
    setMuted: (request) => inTurn(() => pass(callSessionChannel.send("setMuted", request))),
    sendDigits: (request) => inTurn(() => pass(callSessionChannel.send("sendDigits", request))),
    dismiss: () => inTurn(dismiss),
    verify: () => inTurn(verify),
  });
  callReportChannel.serve({
    snapshot: (snapshot) => inTurn(() => mirror(snapshot)),
  });
  browser.runtime.onConnect.addListener((port) => {
    // The document holds this port while a call is live: when it goes, the document has gone, or the call is over.
    if (port.name === livenessPortName) port.onDisconnect.addListener(() => void inTurn(verify));
  });
  void inTurn(verify);
  return {
    start: (call) => inTurn(() => start(call)),
    hangUp: async () => void (await inTurn(hangUp)),
    setMuted: async (isMuted) => void (await inTurn(() => pass(callSessionChannel.send("setMuted", { isMuted })))),
    readSnapshot: storedSnapshot.read,
  };
}

type Done = Result<undefined, never>;
const done: Done = ok(undefined);

async function start(call: StartCall): Promise<Result<undefined, Failure>> {
  const [session, settings] = await Promise.all([sessionStore.read(), settingsStore.read()]);
  const clientKey = crypto.randomUUID();
  if (!session)
    return refuse(call, clientKey, failureOf("unauthorized", "Connect Ringback to a server first, on the welcome page."));
  const placed = await place(toPlaceCall(call, { clientKey, session, settings }));
  if (placed.ok) return placed;
  if (!isMessengerFailure(placed.error)) return err(placed.error);
  console.error("The offscreen document did not take the call.", placed.error);
  return refuse(call, clientKey, failureOf("extension_failed"));
}

type Settings = Awaited<ReturnType<typeof settingsStore.read>>;

/** What the person did not say for this call comes from the settings. */
function toPlaceCall(
  { to, region, fromNumber }: StartCall,
  { clientKey, session, settings }: { clientKey: string; session: Session; settings: Settings },
): PlaceCall {
  const shown = fromNumber ?? settings.fromNumber;
  return {
    clientKey,
    to,
    region: region ?? settings.defaultCountry,
    ...(shown && { fromNumber: shown }),
    session,
    pollIntervalMs: settings.pollIntervalMs,
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

async function hangUp(): Promise<Done> {
  const { state } = await storedSnapshot.read();
  // Whoever hung up need not be told that the call is over.
  if (isLive(state) && state.status !== "idle") await hungUpHere.write(state.clientKey);
  await pass(callSessionChannel.send("hangUp"));
  return verify();
}

async function dismiss(): Promise<Done> {
  await callSessionChannel.send("dismiss");
  // Here too: the document may be gone already, or may never have heard of a call that was refused before it began.
  await applyWithoutSession({ type: "dismissed" });
  return done;
}

/** A command to a call that has gone changes nothing; the snapshot says that it has gone. */
async function pass(sent: Promise<Result<undefined, MessengerFailure>>): Promise<Done> {
  const passed = await sent;
  if (!passed.ok) console.warn("The call did not take a command.", passed.error);
  return done;
}

/** Says so when the document that held a live call has gone: it crashed, or the browser took it away. */
async function verify(): Promise<Done> {
  const { state } = await storedSnapshot.read();
  if (isLive(state) && !(await hasOffscreenDocument())) {
    await applyWithoutSession({ type: "failed", failure: failureOf("connection_lost", callLost), atMs: Date.now() });
  }
  return done;
}

const callLost = "The browser ended the call. What was talked is in the history; call again if you were not finished.";

async function applyWithoutSession(...events: CallEvent[]): Promise<void> {
  const snapshot = await storedSnapshot.read();
  const state = events.reduce(transition, snapshot.state);
  await mirror({ ...snapshot, state, freshness: "none" });
}

async function mirror(snapshot: CallSnapshot): Promise<Done> {
  const before = await storedSnapshot.read();
  await storedSnapshot.write(snapshot);
  await showSnapshot({ before, after: snapshot });
  return done;
}
