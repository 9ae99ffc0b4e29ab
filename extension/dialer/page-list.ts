import type { E164 } from "#shared/phone-number.ts";
import type { FrameNumbers, TabPlace } from "../detection/tab-numbers.ts";

/** A number of the page, once however often it stands there. */
export interface ListedNumber {
  number: E164;
  /** With its extension, as the page has it; undefined where it has none. */
  extension: string | undefined;
  count: number;
  /** Where it stands first. */
  place: TabPlace;
}

/** The numbers of a page in its order, each once. The same number with two extensions is two numbers to call. */
export function listNumbers(frames: readonly FrameNumbers[]): ListedNumber[] {
  const listed = new Map<string, ListedNumber>();
  for (const { frameId, numbers } of frames) {
    for (const [index, { number, extension }] of numbers.entries()) {
      const key = `${number};${extension ?? ""}`;
      const before = listed.get(key);
      const entry = before ?? { number, extension, count: 0, place: { frameId, index, number } };
      listed.set(key, { ...entry, count: entry.count + 1 });
    }
  }
  return [...listed.values()];
}
