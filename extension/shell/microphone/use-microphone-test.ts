import { useEffect, useRef, useState } from "react";
import { createAudioDevices } from "../../audio/audio-devices.ts";
import { constraintsOf, routeAudio, sinkIdOf } from "../../audio/audio-route.ts";
import type { VoiceVerdict } from "../../audio/judge-voice.ts";
import type { MicrophoneRefusal } from "../../audio/microphone-refusal.ts";
import { closeVoice, openVoice } from "../../audio/open-voice.ts";
import { playSound } from "../../audio/play-sound.ts";
import { recordVoice } from "../../audio/record-voice.ts";
import type { AudioSettings } from "../../platform/settings.ts";
import { useConnection } from "../connection.tsx";

type MicrophoneTestState =
  | { status: "idle" }
  | { status: "opening" }
  | { status: "listening" }
  | { status: "playing"; verdict: VoiceVerdict }
  | { status: "over"; verdict: VoiceVerdict }
  | { status: "refused"; refusal: MicrophoneRefusal };

const recordMs = 5000;

/**
 * Records for five seconds, lets the microphone go, and plays back what it heard. Leaving the page ends the test, and with it the
 * microphone. `onLevel` is told how loud it is, from 0 to 1.
 */
export function useMicrophoneTest(onLevel: (level: number) => void) {
  const [state, setState] = useState<MicrophoneTestState>({ status: "idle" });
  const { audio } = useConnection().settings;
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    await runTest({ audio, show: (next) => !stop.signal.aborted && setState(next), onLevel, signal: stop.signal });
  }
  function stop(): void {
    running.current?.abort();
    setState({ status: "idle" });
  }
  return { state, start, stop };
}

interface RunTest {
  audio: AudioSettings;
  show: (state: MicrophoneTestState) => void;
  onLevel: (level: number) => void;
  signal: AbortSignal;
}

/** With the microphone, the treatment and the loudspeaker that a call would have. */
async function runTest({ audio, show, onLevel, signal }: RunTest): Promise<void> {
  const { microphone, speaker } = routeAudio(audio, await createAudioDevices(navigator.mediaDevices).list());
  show({ status: "opening" });
  const opened = await openVoice({ audio: constraintsOf(microphone) });
  if (!opened.ok) return show({ status: "refused", refusal: opened.error });
  show({ status: "listening" });
  const { sound, verdict } = await recordVoice(opened.value, { forMs: recordMs, onLevel, signal });
  closeVoice(opened.value);
  // There is nothing to be heard of nothing.
  if (verdict !== "nothing" && !signal.aborted) {
    show({ status: "playing", verdict });
    // What was heard is said in words as well: without a loudspeaker those are all there is.
    await playSound(sound, { sinkId: sinkIdOf(speaker), volume: 1, signal }).catch((error: unknown) =>
      console.warn("The recording does not play.", error),
    );
  }
  show({ status: "over", verdict });
}
