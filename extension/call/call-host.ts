import { ok, type Result } from "#shared/result.ts";
import { browser } from "wxt/browser";
import type { MessengerFailure } from "../platform/messenger.ts";
import { settingsStore } from "../platform/settings-store.ts";
import type { AudioSettings } from "../platform/settings.ts";
import type { CallClient } from "./call-client.ts";
import { callHostChannel, callReportChannel, callSessionChannel, livenessPortName } from "./call-messages.ts";
import { isLive, type Failure } from "./call-state.ts";
import { inTurn } from "./in-turn.ts";
import { applyWithoutSession, mirror, verify } from "./mirror-snapshot.ts";
import { hasOffscreenDocument } from "./offscreen-document.ts";
import { hungUpHere } from "./show-snapshot.ts";
import { prepareInWorker } from "./prepare-in-worker.ts";
import type { Replacement } from "./second-call.ts";
import { startOrChoose } from "./start-or-choose.ts";
import { storedSnapshot } from "./stored-snapshot.ts";

/**
 * The service worker's part of a call: makes the offscreen document, passes commands on to it, and mirrors its snapshots to
 * `storage.session`, the badge and a notice. Chrome may stop the worker at any moment, so it keeps nothing for itself; and
 * this must be called in the worker's first turn, or the event that woke it finds no listener. Gives the call to what else
 * runs in the worker, which a message from the worker itself would not reach.
 */
export function hostCalls(): CallClient {
  const calls = createHostedCalls();
  callHostChannel.serve({
    prepare: () => carriedOut(calls.prepare()),
    start: calls.start,
    replace: calls.replace,
    hangUp: () => carriedOut(calls.hangUp()),
    setMuted: ({ isMuted }) => carriedOut(calls.setMuted(isMuted)),
    sendDigits: ({ digits }) => carriedOut(calls.sendDigits(digits)),
    sendExtension: () => carriedOut(calls.sendExtension()),
    stopDigits: () => carriedOut(calls.stopDigits()),
    dismiss: () => carriedOut(calls.dismiss()),
    verify: () => carriedOut(inTurn(verify)),
  });
  callReportChannel.serve({
    snapshot: (snapshot) => carriedOut(inTurn(() => mirror(snapshot))),
  });
  browser.runtime.onConnect.addListener((port) => {
    // The document holds this port while a call is live: when it goes, the document has gone, or the call is over.
    if (port.name === livenessPortName) port.onDisconnect.addListener(() => void inTurn(verify));
  });
  followAudioSettings();
  void inTurn(verify);
  return calls;
}

function createHostedCalls(): CallClient {
  return {
    readSnapshot: storedSnapshot.read,
    watch: storedSnapshot.watch,
    // Out of turn: it changes no snapshot, and the call that it is for comes at any moment.
    prepare: prepareInWorker,
    start: (call) => inTurn(() => startOrChoose(call)),
    replace: (chosen) => inTurn(() => replace(chosen)),
    hangUp: () => inTurn(hangUp),
    setMuted: (isMuted) => inTurn(() => pass(callSessionChannel.send("setMuted", { isMuted }))),
    sendDigits: (digits) => inTurn(() => pass(callSessionChannel.send("sendDigits", { digits }))),
    sendExtension: () => inTurn(() => pass(callSessionChannel.send("sendExtension"))),
    stopDigits: () => inTurn(() => pass(callSessionChannel.send("stopDigits"))),
    dismiss: () => inTurn(dismiss),
  };
}

/** Has a change of the devices count in the middle of a call: whoever holds the call has no storage to learn of it. */
function followAudioSettings(): void {
  settingsStore.watch(({ audio }) => void inTurn(() => passOnAudio(audio)), new AbortController().signal);
}

async function passOnAudio(audio: AudioSettings): Promise<void> {
  if (await hasOffscreenDocument()) await pass(callSessionChannel.send("setAudio", audio));
}

async function replace({ call, insteadOf }: Replacement): Promise<Result<undefined, Failure>> {
  await makeWay(insteadOf);
  return startOrChoose(call, { insteadOf });
}

/**
 * Ends the call that the choice was about, and no other. Another window may have been quicker, and what it called instead need
 * not have come into the stored snapshot yet: only the owner of the call can tell the two apart.
 */
async function makeWay(clientKey: string): Promise<void> {
  await hungUpHere.write(clientKey);
  await pass(callSessionChannel.send("makeWay", { clientKey }));
  await verify();
}

async function hangUp(): Promise<void> {
  const { state } = await storedSnapshot.read();
  // Whoever hung up need not be told that the call is over.
  if (state.status !== "idle" && isLive(state)) await hungUpHere.write(state.clientKey);
  await pass(callSessionChannel.send("hangUp"));
  await verify();
}

async function dismiss(): Promise<void> {
  await callSessionChannel.send("dismiss");
  // Here too: the document may be gone already, or may never have heard of a call that was refused before it began.
  await applyWithoutSession({ type: "dismissed" });
}

/** A command to a call that has gone changes nothing; the snapshot says that it has gone. */
async function pass(sent: Promise<Result<undefined, MessengerFailure>>): Promise<void> {
  const passed = await sent;
  if (!passed.ok) console.warn("The call did not take a command.", passed.error);
}

async function carriedOut(command: Promise<void>): Promise<Result<undefined, never>> {
  await command;
  return ok(undefined);
}
