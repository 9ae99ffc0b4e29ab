import { judgeVoice, type VoiceVerdict } from "./judge-voice.ts";
import { measureLevel } from "./measure-level.ts";

interface RecordVoiceOptions {
  forMs: number;
  /** How loud it is, from 0 to 1, while it is recorded. */
  onLevel: (level: number) => void;
  /** Breaks the recording off. What there is of it is given all the same. */
  signal: AbortSignal;
}

/** What was recorded, in the browser's own format and in memory alone, and how it was heard. */
interface VoiceRecording {
  sound: Blob;
  verdict: VoiceVerdict;
}

/** Records a stream for a while, or until its microphone is pulled out. The stream stays open. */
export async function recordVoice(stream: MediaStream, { forMs, onLevel, signal }: RecordVoiceOptions): Promise<VoiceRecording> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal, AbortSignal.timeout(forMs)]);
  const levels: number[] = [];
  const hear = (level: number) => {
    levels.push(level);
    onLevel(level);
  };
  measureLevel(stream, hear, stop);
  const parts = await record(stream, stop);
  over.abort();
  return { sound: new Blob(parts, { type: parts[0]?.type ?? "" }), verdict: judgeVoice(levels) };
}

function record(stream: MediaStream, stop: AbortSignal): Promise<Blob[]> {
  return new Promise((resolve) => {
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    // It stops by itself when every track has ended.
    recorder.addEventListener("stop", () => resolve(parts), { once: true });
    recorder.start();
    const end = () => recorder.state !== "inactive" && recorder.stop();
    if (stop.aborted) end();
    else stop.addEventListener("abort", end, { once: true });
  });
}
