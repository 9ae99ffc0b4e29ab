import { zeroMicros } from "#shared/money.ts";
import type { CallFigures, Span } from "./call-statistics-store.ts";

/** A database tells of spans that have calls, by their place in what was asked. The others are zero. */
export function fillSpans(spans: readonly Span[], counted: readonly (CallFigures & { place: number })[]): CallFigures[] {
  const byPlace = new Map(counted.map(({ place, ...figures }) => [place, figures]));
  return spans.map((_span, place) => byPlace.get(place) ?? { calls: 0, answered: 0, talkSeconds: 0, chargedMicros: zeroMicros });
}
