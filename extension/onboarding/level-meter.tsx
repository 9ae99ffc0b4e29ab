import { useEffect, useRef, useState } from "react";
import { microphoneRefusalOf, readMicrophonePermission, type MicrophoneRefusal } from "../audio/microphone-refusal.ts";
import { measureLevel } from "../audio/measure-level.ts";
import { RefusalNotice } from "../shell/microphone/refusal-notice.tsx";
import { Icon } from "../ui/icon.tsx";

/** Waves that follow one's own voice, as long as they are looked at. */
export function LevelMeter() {
  const waves = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<MicrophoneRefusal>();
  useEffect(() => {
    const stop = new AbortController();
    // Written past React: thirty times a second is for the style alone.
    const show = (level: number) => waves.current?.style.setProperty("--level", level.toFixed(3));
    void listen(show, stop.signal).then(setRefusal);
    return () => stop.abort();
  }, []);
  if (refusal) return <RefusalNotice refusal={refusal} />;
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
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return microphoneRefusalOf(error, readMicrophonePermission);
  }
  measureLevel(stream, onLevel, signal);
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  // Aborted while the microphone was being opened: it must not stay on.
  if (signal.aborted) release();
  else signal.addEventListener("abort", release, { once: true });
  return undefined;
}
