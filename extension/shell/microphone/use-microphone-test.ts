import { useEffect, useRef, useState } from "react";
import type { VoiceVerdict } from "../../audio/judge-voice.ts";
import type { MicrophoneRefusal } from "../../audio/microphone-refusal.ts";
import { closeVoice, openVoice } from "../../audio/open-voice.ts";
import { playSound } from "../../audio/play-sound.ts";
import { recordVoice } from "../../audio/record-voice.ts";

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
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    await runTest((next) => !stop.signal.aborted && setState(next), onLevel, stop.signal);
  }
  function stop(): void {
    running.current?.abort();
    setState({ status: "idle" });
  }
  return { state, start, stop };
}

async function runTest(
  show: (state: MicrophoneTestState) => void,
  onLevel: (level: number) => void,
  signal: AbortSignal,
): Promise<void> {
  show({ status: "opening" });
  const opened = await openVoice();
  if (!opened.ok) return show({ status: "refused", refusal: opened.error });
  show({ status: "listening" });
  const { sound, verdict } = await recordVoice(opened.value, { forMs: recordMs, onLevel, signal });
  closeVoice(opened.value);
  // There is nothing to be heard of nothing.
  if (verdict !== "nothing" && !signal.aborted) {
    show({ status: "playing", verdict });
    // What was heard is said in words as well: without a loudspeaker those are all there is.
    await playSound(sound, signal).catch((error: unknown) => console.warn("The recording does not play.", error));
  }
  show({ status: "over", verdict });
}
