// Before the SDK, which takes the WebSocket that it finds when it is evaluated.
import { signallingWatch } from "./signalling-socket.ts";
import { Call, Device } from "@twilio/voice-sdk";
import { err, ok, type Result } from "#shared/result.ts";
import type { Failure } from "./call-state.ts";
import type { Microphone } from "./microphone.ts";
import { failureOfSdkError } from "./sdk-failure.ts";
import { hearCallQuality } from "./sdk-quality.ts";
import { createSdkSpeaker } from "./sdk-speaker.ts";
import { Standby } from "./standby.ts";
import { createDevice } from "./twilio-device.ts";
import type { DialOptions, LineEvent, VoiceLine, VoiceLines } from "./voice-line.ts";

// A token error leaves connect() pending for ever.
const reachTimeoutMs = 10_000;

/** Places calls by the Twilio Voice SDK: one Device for one call, destroyed with it. */
export function createTwilioLines(now: () => number): VoiceLines {
  const standby = new Standby<Device>({ createDevice, now });
  return {
    prepare: (account) => standby.prepare(account),
    letGo: () => standby.letGo(),
    dial: (options) => dial(standby, options),
  };
}

async function dial(
  standby: Standby<Device>,
  { callId, account, microphone, onEvent, signal }: DialOptions,
): Promise<Result<VoiceLine, Failure>> {
  if (signal.aborted) return err({ code: "canceled" });
  const taken = await standby.take(account);
  if (!taken.ok) return taken;
  const held = taken.value;
  held.microphone = microphone;
  const { device } = held;
  const reached = await reach(device, signal, () => device.connect({ params: { callId } }));
  if (reached.ok) return ok(createLine(device, reached.value, { microphone, onEvent, onClosed: () => standby.giveBack(held) }));
  standby.giveBack(held);
  return reached;
}

/** Awaits the SDK, but not for ever, and not past an error that it reports beside its promise. */
async function reach(device: Device, signal: AbortSignal, connect: () => Promise<Call>): Promise<Result<Call, Failure>> {
  const ended = new AbortController();
  const { promise: refused, resolve: refuse } = Promise.withResolvers<Result<Call, Failure>>();
  const onError = (error: unknown) => refuse(err(failureOfSdkError(error)));
  const giveUp = setTimeout(() => refuse(err(carrierSilent())), reachTimeoutMs);
  device.on("error", onError);
  signal.addEventListener("abort", () => refuse(err({ code: "canceled" })), { signal: ended.signal });
  try {
    return await Promise.race([connected(connect), refused]);
  } finally {
    clearTimeout(giveUp);
    ended.abort();
    device.off("error", onError);
  }
}

async function connected(connect: () => Promise<Call>): Promise<Result<Call, Failure>> {
  try {
    return ok(await connect());
  } catch (error) {
    return err(failureOfSdkError(error));
  }
}

function carrierSilent(): Failure {
  return { code: "carrier_unavailable" };
}

interface LineEnds {
  microphone: Microphone;
  onEvent: (event: LineEvent) => void;
  /** The call has let go of the Device. */
  onClosed: () => void;
}

function createLine(device: Device, call: Call, { microphone, onEvent, onClosed }: LineEnds): VoiceLine {
  const report = reportUntilDisconnected(onEvent);
  const over = new AbortController();
  signallingWatch.keepAlive({ online: globalThis, reregister: () => void reregister(device), signal: over.signal });
  const speaker = createSdkSpeaker(device, call, over.signal);
  const callSid = () => call.parameters["CallSid"] ?? "";
  let failure: Failure | undefined;
  const remember = (error: unknown) => {
    failure = failureOfSdkError(error);
  };
  // The SDK reports a lost connection first as a disconnect and then, in the same turn, as the error that caused it.
  const disconnect = () => queueMicrotask(() => report({ type: "disconnected", failure }));

  const warnOfToken = () => report({ type: "token_will_expire" });
  device.on("error", remember);
  device.on("tokenWillExpire", warnOfToken);
  call.on("error", (error: unknown) => {
    remember(error);
    if (call.status() === Call.State.Closed) disconnect();
  });
  call.on("ringing", (hasEarlyMedia: boolean) => report({ type: "ringing", callSid: callSid(), hasEarlyMedia }));
  call.on("accept", () => report({ type: "opened", callSid: callSid() }));
  call.on("reconnecting", () => report({ type: "reconnecting" }));
  call.on("reconnected", () => report({ type: "reconnected" }));
  call.on("mute", (isMuted: boolean) => report({ type: "muted", isMuted }));
  call.on("volume", (input: number, output: number) => {
    report({ type: "levels", levels: { input, output, isMutedBySystem: microphone.isMutedBySystem() } });
  });
  hearCallQuality(call, (event) => report({ type: "quality", event }));
  call.on("disconnect", disconnect);
  call.on("cancel", disconnect);
  call.on("reject", disconnect);
  // Before the answer there is nothing to reconnect to: the SDK closes the call with its socket and says no more.
  call.on("transportClose", () => {
    queueMicrotask(() => {
      if (call.status() !== Call.State.Closed) return;
      failure ??= { code: "connection_lost" };
      disconnect();
    });
  });

  return {
    setMuted: (isMuted) => call.mute(isMuted),
    sendDigit: (digit) => call.sendDigits(digit),
    setAudio(route) {
      speaker.set(route.speaker);
      // The SDK's own way to another microphone opens it by itself, and knows nothing of how the voice is to be treated.
      // oxlint-disable-next-line no-underscore-dangle -- the SDK's types have it, and there is no other way to hand it a stream
      return microphone.follow(route.microphone, (stream) => call._setInputTracksFromStream(stream));
    },
    updateToken: (token) => device.updateToken(token),
    close() {
      over.abort();
      report.stop();
      call.disconnect();
      device.off("error", remember);
      device.off("tokenWillExpire", warnOfToken);
      onClosed();
    },
  };
}

/** A device that has lost its registration on the way takes no part in the carrier's signalling until it has it again. */
async function reregister(device: Device): Promise<void> {
  if (device.state !== Device.State.Unregistered) return;
  try {
    await device.register();
  } catch (error) {
    // The call goes on without it for as long as it can, and this is tried again in a moment.
    console.warn("The device could not register again.", error);
  }
}

/** Passes events on up to and including the first "disconnected": the SDK says it twice for some ends. */
function reportUntilDisconnected(onEvent: (event: LineEvent) => void) {
  let isOver = false;
  const report = (event: LineEvent) => {
    if (isOver) return;
    isOver = event.type === "disconnected";
    onEvent(event);
  };
  return Object.assign(report, {
    stop() {
      isOver = true;
    },
  });
}
