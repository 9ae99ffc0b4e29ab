import type { Call } from "#shared/api/calls.ts";
import type { Profile } from "#shared/api/profile.ts";
import { isTerminal } from "#shared/call-status.ts";
import type { AudioDevices } from "../audio/audio-devices.ts";
import { routeAudio, type AudioRoute, type MicrophoneRoute } from "../audio/audio-route.ts";
import { followDevices } from "../audio/follow-devices.ts";
import type { Api } from "../platform/api.ts";
import type { AudioSettings } from "../platform/settings.ts";
import type { PlaceCall } from "./call-messages.ts";
import type { CallSound } from "../quality/call-sound.ts";
import type { CallDevices, CallSnapshot } from "./call-snapshot.ts";
import { isLive, isTalking, type CallState, type Failure } from "./call-state.ts";
import { createDigitSender } from "./digit-sender.ts";
import { awaitExtension, noDigits, type DigitQueue } from "./digit-queue.ts";
import { readDigits } from "./digits.ts";
import { followClock, wasClockSet } from "./clock-step.ts";
import type { VoiceLevels } from "../quality/voice-watch.ts";
import { createCallEars } from "./call-ears.ts";
import { placeCall, type PlaceCallWorld } from "./place-call.ts";
import { followProfile } from "./profile-feed.ts";
import type { QualityReport } from "./quality-reports.ts";
import { renewToken } from "./renew-token.ts";
import { reportOfCall } from "./report-of-call.ts";
import { aborted } from "./release-with.ts";
import type { RingbackTone } from "./ringback-tone.ts";
import { answeredAtMsOf } from "./server-time.ts";
import { sleep } from "./sleep.ts";
import { isSpokenRefusal } from "./spoken-refusal.ts";
import type { CallEvent } from "./transition.ts";
import type { LineEvent, VoiceLine } from "./voice-line.ts";

/** What a call needs of the world. */
export interface CallWorld extends PlaceCallWorld {
  api: PlaceCallWorld["api"] & Pick<Api, "profile" | "profileNews" | "openLiveStream" | "reportTransaction" | "serverTimeMs">;
  /** Milliseconds by a clock that only counts on, whatever the one on the wall is set to. */
  steadyNow: () => number;
  ringback: RingbackTone;
  audioDevices: AudioDevices;
  /** Shows how loud the call is, to whoever looks. */
  showLevels: (levels: VoiceLevels) => void;
  /** Takes over what was measured of a call that is over. */
  keepQuality: (report: QualityReport) => void;
}

/** Where a call's news goes. */
export interface CallBoard {
  state: () => CallState;
  apply: (event: CallEvent) => void;
  /** Shows a profile unless a newer one was shown. Says whether it was shown. */
  showProfile: (profile: Profile) => boolean;
  showFreshness: (freshness: CallSnapshot["freshness"]) => void;
  showSound: (sound: CallSound) => void;
  showDigits: (digits: DigitQueue) => void;
  showDevices: (devices: CallDevices) => void;
}

/** A call under way, or in the few seconds after its end in which its record is brought home. */
export interface RunningCall {
  hangUp(): void;
  setMuted(isMuted: boolean): void;
  sendDigits(digits: string): void;
  sendExtension(): void;
  stopDigits(): void;
  setAudio(audio: AudioSettings): void;
  /** Stops listening to why the call was refused. */
  hush(): void;
  /** Lets go of everything at once, as when another call begins. */
  stop(): void;
  /** Resolves when nothing more will happen. */
  readonly settled: Promise<void>;
}

// The SDK sees a busy line and an unanswered one as a plain disconnect; the carrier's callback tells them apart moments later.
const carrierWordTimeoutMs = 3000;
// Callbacks mostly come within a second. Later ones reach the record all the same, only nobody waits for them here.
const recordTimeoutMs = 10_000;
// A refusal is a sentence or two. A carrier that does not hang up after it must not hold the line.
const refusalTimeoutMs = 15_000;

/** Runs one call from the request to its settled record. The board's state says at any moment how far it has come. */
export function runCall(request: PlaceCall, world: CallWorld, board: CallBoard): RunningCall {
  const { api, now } = world;
  /** Ends when there is nobody to speak to: with it goes the microphone. */
  const speaking = new AbortController();
  /** Ends when there is nothing more to hear: with it goes the line. */
  const hearing = new AbortController();
  /** Ends with the call. */
  const talk = new AbortController();
  /** Ends with the record: stream, polling, follow-up. */
  const record = new AbortController();
  const carrierEnd = Promise.withResolvers<void>();
  const ears = createCallEars({
    state: () => (talk.signal.aborted ? undefined : board.state()),
    steadyNow: world.steadyNow,
    microphone: () => route?.microphone.source,
    showSound: board.showSound,
    showLevels: world.showLevels,
  });
  const digits = createDigitSender({
    queue: queueOf(request),
    send: (tone) => line?.sendDigit(tone),
    // While the network is lost a tone goes nowhere, and it would be taken for sent.
    isHeard: () => board.state().status === "open",
    show: board.showDigits,
    signal: talk.signal,
  });
  const devices = followDevices({
    settings: request.audio,
    devices: world.audioDevices,
    onRoute: takeRoute,
    signal: talk.signal,
  });
  let route: AudioRoute | undefined;
  let line: VoiceLine | undefined;
  let aheadMs = 0;
  let freshness: CallSnapshot["freshness"] = "none";
  /** What the line said of its end while the carrier's word on it is awaited. */
  let lineFailure: Failure | undefined;

  /** Once the call is over the board may already show the next one: whatever comes late must not touch that. */
  function apply(event: CallEvent): void {
    if (talk.signal.aborted) return;
    board.apply(event);
    const state = board.state();
    if (state.status === "ringing" && !state.hasEarlyMedia) world.ringback.start();
    else world.ringback.stop();
    digits.goOn();
    if (isLive(state)) return;
    speaking.abort();
    talk.abort();
    if (line && isSpokenRefusal(state)) void sleep(refusalTimeoutMs, hearing.signal).then(() => hearing.abort());
    else hearing.abort();
  }

  async function findMicrophone(): Promise<MicrophoneRoute> {
    const looked = devices.look();
    // Nothing need be known of the others to open the default one, and the person is waiting.
    if (request.audio.microphone !== "default") await looked;
    return (route ?? routeAudio(request.audio, [])).microphone;
  }

  async function takeRoute(found: AudioRoute): Promise<void> {
    route = found;
    world.ringback.setPlace({ device: found.ringtone, volume: found.ringtoneVolume });
    const taken = await line?.setAudio(found);
    const { device } = found.microphone;
    const isRefused = taken?.ok === false && device.status === "chosen";
    if (talk.signal.aborted) return;
    board.showDevices({
      microphone: isRefused ? { status: "missing", label: device.label } : device,
      speaker: found.speaker,
    });
  }

  function fail(failure: Failure): void {
    apply({ type: "failed", failure, atMs: now() });
  }

  function hear(profile: Profile): void {
    if (!board.showProfile(profile)) return;
    const known = callOf(board.state());
    const call = known && profile.recentCalls.find(({ id }) => id === known.id);
    if (!call) return;
    const told = { type: "told", call, answeredAtMs: answeredAtMsOf(call, aheadMs), atMs: now() } as const;
    // A carrier that lost us cancels the call. To the person it was not cancelled but lost.
    if (call.status === "canceled" && call.reason === null && lineFailure) fail(lineFailure);
    // After the end, too, the record goes on to be corrected.
    if (talk.signal.aborted) board.apply(told);
    else apply(told);
    if (isTerminal(call.status)) carrierEnd.resolve();
  }

  async function askNow(): Promise<void> {
    const profile = await api.profile({ signal: record.signal });
    if (profile.ok && !record.signal.aborted) hear(profile.value);
  }

  async function place(): Promise<void> {
    const placed = await placeCall(request, world, {
      findMicrophone,
      onAccepted(accepted) {
        aheadMs = accepted.aheadMs;
        apply({ type: "accepted", call: accepted.call });
        void followClock({ read: readClocks, onStep: (stepMs) => void handleClockStep(stepMs), signal: talk.signal });
      },
      onLineEvent: handleLine,
      speaking: speaking.signal,
      hearing: hearing.signal,
      signal: talk.signal,
    });
    if (!placed.ok) return fail(placed.error);
    line = placed.value;
    await devices.look();
  }

  function handleLine(event: LineEvent): void {
    switch (event.type) {
      case "opened":
        // It may be the carrier that speaks, to say why there is no call. The stream has told that already; a poll may not have.
        if (freshness !== "stream") void askNow();
        apply({ ...event, atMs: now() });
        return isTalking(board.state()) ? digits.dialExtension() : undefined;
      case "ringing":
      case "reconnecting":
      case "reconnected":
      case "muted":
        return apply(event);
      case "token_will_expire":
        return void renewToken({ api, onToken: (token) => line?.updateToken(token), signal: talk.signal });
      case "quality":
        return ears.hearQuality(event.event);
      case "levels":
        return ears.hearLevels(event.levels);
      case "disconnected":
        return void handleDisconnect(event.failure);
    }
  }

  function handOverQuality(): void {
    const call = callOf(board.state());
    const report = call && ears.end({ serverUrl: request.session.serverUrl, callId: call.id });
    if (report) world.keepQuality(report);
  }

  function readClocks() {
    return { wallMs: now(), steadyMs: world.steadyNow() };
  }

  async function handleClockStep(stepMs: number): Promise<void> {
    const sentAtMs = now();
    const asked = await api.serverTimeMs({ signal: talk.signal });
    const aheadAfterMs = asked.ok ? asked.value - (sentAtMs + now()) / 2 : undefined;
    if (!wasClockSet({ stepMs, aheadBeforeMs: aheadMs, aheadAfterMs })) return;
    aheadMs -= stepMs;
    apply({ type: "clock_set", byMs: stepMs });
  }

  async function handleDisconnect(failure: Failure | undefined): Promise<void> {
    const atMs = now();
    // The carrier has said why there is no call, and hung up.
    if (talk.signal.aborted) return hearing.abort();
    if (!needsCarrierWord(board.state(), failure)) return conclude(failure, atMs);
    speaking.abort();
    hearing.abort();
    lineFailure = failure;
    void askNow();
    await Promise.race([carrierEnd.promise, sleep(carrierWordTimeoutMs, talk.signal)]);
    conclude(failure, atMs);
  }

  function conclude(failure: Failure | undefined, atMs: number): void {
    if (isTalking(board.state()) && !failure) apply({ type: "disconnected", atMs });
    else apply({ type: "failed", failure: failure ?? { code: "never_connected" }, atMs });
  }

  async function bringHome(): Promise<void> {
    const report = reportOfCall(board.state());
    if (!report) return;
    await api.reportTransaction(report, { signal: record.signal });
    await Promise.race([carrierEnd.promise, sleep(recordTimeoutMs, record.signal)]);
    await askNow();
  }

  async function run(): Promise<void> {
    const feed = followProfile({
      api,
      pollIntervalMs: request.pollIntervalMs,
      onProfile: hear,
      onFreshness(how) {
        freshness = how;
        board.showFreshness(how);
      },
      signal: record.signal,
    });
    place().catch((error: unknown) => {
      console.error("Placing the call threw.", error);
      fail({ code: "sdk_error" });
    });
    await aborted(talk.signal);
    handOverQuality();
    await bringHome();
    await aborted(hearing.signal);
    const isStopped = record.signal.aborted;
    record.abort();
    await feed;
    if (!isStopped) board.showFreshness("none");
  }

  return {
    hangUp() {
      hearing.abort();
      if (isTalking(board.state())) apply({ type: "disconnected", atMs: now() });
      else fail({ code: "canceled" });
    },
    setMuted(isMuted) {
      // Only talk can be muted: before it there is nothing to show that it is.
      if (isTalking(board.state())) line?.setMuted(isMuted);
    },
    sendDigits(text) {
      const read = readDigits(text);
      if (read.ok && isTalking(board.state())) digits.add(read.value);
    },
    sendExtension: () => digits.sendExtensionAgain(),
    stopDigits: () => digits.stop(),
    setAudio: (audio) => void devices.setSettings(audio),
    hush: () => hearing.abort(),
    stop() {
      speaking.abort();
      hearing.abort();
      talk.abort();
      record.abort();
    },
    settled: run(),
  };
}

/** An answer is certain once the carrier said so; an end is explained once the SDK gave a reason of its own. */
function needsCarrierWord(state: CallState, failure: Failure | undefined): boolean {
  if (isTalking(state)) return state.call.answeredAt === null && !failure;
  return isLive(state) && (!failure || failure.code === "connection_lost");
}

/** What is to be sent once somebody answers. */
function queueOf({ extension }: PlaceCall): DigitQueue {
  const read = extension === undefined ? undefined : readDigits(extension);
  return read?.ok ? awaitExtension(read.value) : noDigits;
}

function callOf(state: CallState): Call | undefined {
  return state.status === "idle" || state.status === "requesting" ? undefined : state.call;
}
