import type { CallId } from "#shared/ids.ts";
import type { CallSound } from "../quality/call-sound.ts";
import type { QualityEvent } from "../quality/live-quality.ts";
import { freshVoiceWatch, watchVoice, type VoiceLevels } from "../quality/voice-watch.ts";
import { isTalking, type CallState } from "./call-state.ts";
import { createQualityMeter } from "./quality-meter.ts";
import type { QualityReport } from "./quality-reports.ts";

export interface CallEarsParts {
  /** How far the call is; undefined once it is over. */
  state: () => CallState | undefined;
  /** Milliseconds by a clock that only counts on. */
  steadyNow: () => number;
  /** Which microphone is open: each is judged by itself. */
  microphone: () => string | undefined;
  showSound: (sound: CallSound) => void;
  showLevels: (levels: VoiceLevels) => void;
}

/** Hears how a call sounds, and says so while two talk: before the answer one hears the carrier, and after the end nobody. */
export interface CallEars {
  hearQuality(event: QualityEvent): void;
  hearLevels(levels: VoiceLevels): void;
  /** Shows what was measured, and gives it to be kept; undefined when nothing was. */
  end(call: { serverUrl: string; callId: CallId }): QualityReport | undefined;
}

export function createCallEars({ state, steadyNow, microphone, showSound, showLevels }: CallEarsParts): CallEars {
  const quality = createQualityMeter(showSound);
  let voice = freshVoiceWatch;
  return {
    hearQuality(event) {
      const now = state();
      if (now && isTalking(now)) quality.hear(event);
    },
    hearLevels(levels) {
      const now = state();
      if (!now || !isTalking(now)) return;
      showLevels(levels);
      const { trouble } = voice;
      voice = watchVoice(voice, { ...levels, atMs: steadyNow(), isMuted: now.isMuted, source: microphone() });
      if (voice.trouble !== trouble) quality.hear({ type: "voice", trouble: voice.trouble });
    },
    end(call) {
      const record = quality.end();
      if (!record) return undefined;
      showSound({ phase: "over", record });
      return { kind: "quality", ...call, quality: record };
    },
  };
}
