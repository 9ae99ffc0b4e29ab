/** What a microphone has made of a voice. */
export type VoiceVerdict = "clear" | "quiet" | "nothing";

// Of the scale of `levelOf`. A voice at arm's length comes in at -35 dB and above; rooms alone are below -54 dB.
const clearLevel = 1 - 36 / 60;
const audibleLevel = 1 - 54 / 60;
// So loud were the loudest twentieths: enough for a word among pauses, and too much for one knock on the table.
const share = 0.95;

/** Judges the levels of a recording, each from 0 to 1. */
export function judgeVoice(levels: readonly number[]): VoiceVerdict {
  const loud = levels.toSorted((one, other) => one - other)[Math.floor(levels.length * share)] ?? 0;
  if (loud >= clearLevel) return "clear";
  return loud >= audibleLevel ? "quiet" : "nothing";
}
