import type { FrameNumbers, TabPlace } from "../detection/tab-numbers.ts";

export type StepDirection = "next" | "previous";

/** A number that is stepped to, the how-manieth it is and of how many, counted over all frames. */
export interface SteppedTo {
  place: TabPlace;
  position: number;
  total: number;
}

/** The number after or before the one that was stepped to last; after the last comes the first. Undefined on a page without any. */
export function nextNumber(frames: readonly FrameNumbers[], direction: StepDirection): SteppedTo | undefined {
  const places = frames.flatMap(({ frameId, numbers, current }) =>
    numbers.map(({ number }, index) => ({ place: { frameId, index, number }, isCurrent: index === current })),
  );
  const total = places.length;
  if (total === 0) return undefined;
  const from = places.findIndex(({ isCurrent }) => isCurrent);
  const position = direction === "next" ? (from + 1) % total : (from === -1 ? total - 1 : from - 1 + total) % total;
  const next = places[position];
  return next && { place: next.place, position: position + 1, total };
}
