import { direction } from "./language.ts";

/**
 * A number, an address or a command, so that it keeps its order within a sentence: where words run from right to left, the plus
 * of "+44 20" would else be put behind it. Isolated by the marks of Unicode's bidirectional algorithm (UAX #9), which count in
 * labels and notifications too, where no element can.
 */
export function leftToRight(text: string): string {
  return direction === "rtl" ? `\u2066${text}\u2069` : text;
}
