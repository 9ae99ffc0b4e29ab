import type { Call } from "#shared/api/calls.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import type { MicrophoneRoute } from "../audio/audio-route.ts";
import type { Api } from "../platform/api.ts";
import type { Session } from "../platform/session-store.ts";
import type { PlaceCall } from "./call-messages.ts";
import type { Failure } from "./call-state.ts";
import { failureOfApi } from "./failures.ts";
import type { OpenMicrophone } from "./microphone.ts";
import { releaseWith } from "./release-with.ts";
import { serverAheadMs } from "./server-time.ts";
import type { DialOptions, LineEvent, VoiceAccount, VoiceLine, VoiceLines } from "./voice-line.ts";

export interface PlaceCallWorld {
  api: Pick<Api, "requestCall" | "voiceToken">;
  lines: VoiceLines;
  openMicrophone: OpenMicrophone;
  now: () => number;
}

export interface PlaceCallOptions {
  /** Finds the microphone that is to be opened. */
  findMicrophone: () => Promise<MicrophoneRoute>;
  /** Called once the server has made the call, and before anything is dialled. */
  onAccepted: (accepted: AcceptedCall) => void;
  onLineEvent: (event: LineEvent) => void;
  /** Lets go of the microphone when it aborts: nobody can hear the person any more. */
  speaking: AbortSignal;
  /** Lets go of the line when it aborts: the person can hear nobody any more. */
  hearing: AbortSignal;
  /** Gives up what is still being asked for. */
  signal: AbortSignal;
}

/** A call as the server made it, and by how much its clock is ahead of ours. */
interface AcceptedCall {
  call: Call;
  aheadMs: number;
}

/** Brings a call from the click to the line: the microphone, then the server's leave, then the carrier. */
export async function placeCall(
  request: PlaceCall,
  world: PlaceCallWorld,
  options: PlaceCallOptions,
): Promise<Result<VoiceLine, Failure>> {
  const { api, lines } = world;
  const account = voiceAccountOf(request.session, { api, signal: options.signal });
  // On its way while the microphone opens and the server is asked.
  lines.prepare(account);
  const ready = await makeReady(request, world, options);
  if (!ready.ok) {
    lines.letGo();
    return ready;
  }
  const { onLineEvent: onEvent, hearing, signal } = options;
  const line = await lines.dial({ ...ready.value, account, onEvent, signal });
  if (line.ok) releaseWith(hearing, () => line.value.close());
  return line;
}

async function makeReady(
  request: PlaceCall,
  { api, openMicrophone, now }: PlaceCallWorld,
  { findMicrophone, onAccepted, speaking, signal }: PlaceCallOptions,
): Promise<Result<Pick<DialOptions, "callId" | "microphone">, Failure>> {
  const microphone = await openMicrophone(await findMicrophone());
  if (!microphone.ok) return microphone;
  releaseWith(speaking, () => microphone.value.release());
  if (signal.aborted) return err({ code: "canceled" });
  const accepted = await requestCall(request, { api, now, signal });
  if (!accepted.ok) return err(failureOfApi(accepted.error));
  onAccepted(accepted.value);
  return ok({ callId: accepted.value.call.id, microphone: microphone.value });
}

/** How the line gets leave to reach the carrier for whoever is signed in. */
export function voiceAccountOf(
  { serverUrl, bearerToken }: Session,
  { api, signal }: { api: Pick<Api, "voiceToken">; signal?: AbortSignal },
): VoiceAccount {
  return {
    key: `${serverUrl} ${bearerToken}`,
    async askForAccess() {
      const access = await api.voiceToken(signal ? { signal } : {});
      if (!access.ok) return err(failureOfApi(access.error));
      const { token, ttlSeconds, sandboxSignalUrl } = access.value;
      return ok({ token, tokenTtlSeconds: ttlSeconds, sandboxSignalUrl });
    },
  };
}

interface RequestCallWorld {
  api: Pick<Api, "requestCall">;
  now: () => number;
  signal: AbortSignal;
}

async function requestCall(
  request: PlaceCall,
  { api, now, signal }: RequestCallWorld,
): Promise<Result<AcceptedCall, ApiFailure>> {
  const { clientKey, to, region, fromNumber } = request;
  const body = { clientKey, to, ...(region && { region }), ...(fromNumber && { fromNumber }) };
  const sentAtMs = now();
  let answer = await api.requestCall(body, { signal });
  // Nobody knows whether the server heard it. With the same client key, asking again makes one call all the same.
  if (!answer.ok && answer.error.code === "server_unreachable" && !signal.aborted) {
    answer = await api.requestCall(body, { signal });
  }
  if (!answer.ok) return answer;
  const { call } = answer.value;
  return ok({ call, aheadMs: serverAheadMs(call, { sentAtMs, answeredAtMs: now() }) });
}
