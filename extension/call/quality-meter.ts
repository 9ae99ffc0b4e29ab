import type { CallQuality } from "#shared/api/call-quality.ts";
import type { CallSound } from "../quality/call-sound.ts";
import { freshWatch, hearQuality, type QualityEvent } from "../quality/live-quality.ts";
import { freshTally, recordOf, tallyQuality } from "../quality/quality-record.ts";

/** Measures one call. */
export interface QualityMeter {
  hear(event: QualityEvent): void;
  /** What is to be kept of the call; undefined when nothing was measured. */
  end(): CallQuality | undefined;
}

/** Shows how the call sounds whenever that has changed, and keeps count for the record. */
export function createQualityMeter(show: (sound: CallSound) => void): QualityMeter {
  let watch = freshWatch;
  let tally = freshTally;
  return {
    hear(event) {
      tally = tallyQuality(tally, event);
      const { shown } = watch;
      watch = hearQuality(watch, event);
      if (watch.shown !== shown) show({ phase: "talking", quality: watch.shown });
    },
    end: () => recordOf(tally),
  };
}
