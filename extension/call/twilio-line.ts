// Before the SDK, which takes the WebSocket that it finds when it is evaluated.
import { sandboxHost, setSandboxSignalUrl, signallingWatch } from "./signalling-socket.ts";
import { Call, Device } from "@twilio/voice-sdk";
import { err, ok, type Result } from "#shared/result.ts";
import type { Failure } from "./call-state.ts";
import { failureOfSdkError } from "./sdk-failure.ts";
import { hearCallQuality } from "./sdk-quality.ts";
import { soundUrls } from "./sounds.ts";
import type { Dial, DialOptions, LineEvent, VoiceLine } from "./voice-line.ts";

// A token error leaves register() and connect() pending for ever.
const reachTimeoutMs = 10_000;

/** Places calls by the Twilio Voice SDK: one Device for one call, destroyed with it. */
export const dialByTwilio: Dial = async (options) => {
  if (options.signal.aborted) return err({ code: "canceled" });
  const device = createDevice(options);
  const reached = await reach(device, options.signal, async () => {
    await device.register();
    return device.connect({ params: { callId: options.callId } });
  });
  if (reached.ok) return ok(createLine(device, reached.value, options.onEvent));
  device.destroy();
  return reached;
};

function createDevice({ token, tokenTtlSeconds, sandboxSignalUrl, microphone, onEvent }: DialOptions): Device {
  if (sandboxSignalUrl !== null) setSandboxSignalUrl(sandboxSignalUrl);
  // chunderw and publishEvents are missing from the SDK's published types; it has read them since 1.x.
  const undocumented = { publishEvents: false, ...(sandboxSignalUrl !== null && { chunderw: sandboxHost }) };
  const device = new Device(token, {
    ...undocumented,
    sounds: soundUrls(),
    codecPreferences: [Call.Codec.Opus, Call.Codec.PCMU],
    closeProtection: false,
    // Without it a call is lost with its signalling socket; with it, it outlives 30 s without network.
    maxCallSignalingTimeoutMs: 30_000,
    // Without it most errors arrive as 31005 or 53000, which say nothing.
    enableImprovedSignalingErrorPrecision: true,
    tokenRefreshMs: tokenRefreshMs(tokenTtlSeconds),
    getUserMedia: () => microphone.stream(),
    logLevel: "error",
  });
  device.on("tokenWillExpire", () => onEvent({ type: "token_will_expire" }));
  return device;
}

/**
 * How long before its end another token is asked for. A minute is time enough over a bad network, where the SDK's default is ten
 * seconds; half the time of a token that is good for less, or it would be asked for without a pause.
 */
function tokenRefreshMs(ttlSeconds: number): number {
  return Math.min(60_000, (ttlSeconds * 1000) / 2);
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

function createLine(device: Device, call: Call, onEvent: (event: LineEvent) => void): VoiceLine {
  const report = reportUntilDisconnected(onEvent);
  const over = new AbortController();
  signallingWatch.keepAlive({ online: globalThis, reregister: () => void reregister(device), signal: over.signal });
  const callSid = () => call.parameters["CallSid"] ?? "";
  let failure: Failure | undefined;
  const remember = (error: unknown) => {
    failure = failureOfSdkError(error);
  };
  // The SDK reports a lost connection first as a disconnect and then, in the same turn, as the error that caused it.
  const disconnect = () => queueMicrotask(() => report({ type: "disconnected", failure }));

  device.on("error", remember);
  call.on("error", (error: unknown) => {
    remember(error);
    if (call.status() === Call.State.Closed) disconnect();
  });
  call.on("ringing", (hasEarlyMedia: boolean) => report({ type: "ringing", callSid: callSid(), hasEarlyMedia }));
  call.on("accept", () => report({ type: "opened", callSid: callSid() }));
  call.on("reconnecting", () => report({ type: "reconnecting" }));
  call.on("reconnected", () => report({ type: "reconnected" }));
  call.on("mute", (isMuted: boolean) => report({ type: "muted", isMuted }));
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
    sendDigits: (digits) => call.sendDigits(digits),
    updateToken: (token) => device.updateToken(token),
    close() {
      over.abort();
      report.stop();
      call.disconnect();
      device.destroy();
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
