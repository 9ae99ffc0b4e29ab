// Before the SDK, which takes the WebSocket that it finds when it is evaluated.
import { sandboxHost, setSandboxSignalUrl } from "./signalling-socket.ts";
import { Call, Device } from "@twilio/voice-sdk";
import { soundUrls } from "./sounds.ts";
import type { VoiceAccess } from "./voice-line.ts";

/** Makes the SDK's end of the way to the carrier. It asks for the microphone when a call is placed, and not before. */
export function createDevice(
  { token, tokenTtlSeconds, sandboxSignalUrl }: VoiceAccess,
  getUserMedia: () => Promise<MediaStream>,
): Device {
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
    getUserMedia,
    // Loudspeakers alone: seeing microphones come and go, the SDK would open others than the one that was chosen.
    enumerateDevices: listSpeakers,
    logLevel: "error",
  });
  device.once(Device.EventName.Destroyed, () => forgetTokenTimer(device));
  return device;
}

async function listSpeakers(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === "audiooutput");
}

/**
 * The SDK leaves the timer that would tell of the token's end, an hour from now, and the timer would keep the Device with all that is
 * its. The field has no public name; were it to get another one, many-calls.spec.ts would find a timer for each call.
 */
function forgetTokenTimer(device: Device): void {
  clearTimeout(Reflect.get(device, "_tokenWillExpireTimeout") as number | undefined);
}

/**
 * How long before its end another token is asked for. A minute is time enough over a bad network, where the SDK's default is ten
 * seconds; half the time of a token that is good for less, or it would be asked for without a pause.
 */
function tokenRefreshMs(ttlSeconds: number): number {
  return Math.min(60_000, (ttlSeconds * 1000) / 2);
}
