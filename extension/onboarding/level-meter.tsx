import { useEffect, useRef } from "react";
import { measureLevel } from "../audio/measure-level.ts";
import type { MicrophoneRefusal } from "../audio/microphone-refusal.ts";
import { closeVoice, openVoice } from "../audio/open-voice.ts";
import { Icon } from "../ui/icon.tsx";

/** Waves that follow one's own voice, as long as they are looked at. */
export function LevelMeter({ onRefused }: { onRefused: (refusal: MicrophoneRefusal) => void }) {
  const waves = useRef<HTMLDivElement>(null);
  const refuse = useRef(onRefused);
  useEffect(() => {
    const stop = new AbortController();
    // Written past React: thirty times a second is for the style alone.
    const show = (level: number) => waves.current?.style.setProperty("--level", level.toFixed(3));
    void listen(show, stop.signal).then((refusal) => refusal && refuse.current(refusal));
    return () => stop.abort();
  }, []);
  return (
    <div ref={waves} className="level" aria-hidden="true">
      <span className="level-wave" />
      <span className="level-wave" />
      <span className="level-core">
        <Icon name="microphone" />
      </span>
    </div>
  );
}

/** Measures the microphone until `signal` aborts; then it is let go. Resolves at once, with why it could not be had if so. */
async function listen(onLevel: (level: number) => void, signal: AbortSignal): Promise<MicrophoneRefusal | undefined> {
  const opened = await openVoice();
  if (!opened.ok) return opened.error;
  const stream = opened.value;
  // Aborted while the microphone was being opened: it must not stay on.
  if (signal.aborted) closeVoice(stream);
  signal.addEventListener("abort", () => closeVoice(stream), { once: true });
  measureLevel(stream, onLevel, signal);
  return undefined;
}
