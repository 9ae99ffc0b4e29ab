import type { Invariant } from "./step.ts";

/** A hold is let go for a talk whose length the carrier has said, by a callback that came or in its record. */
export const holdsGoByTheCarriersWord: Invariant = function* ({ before, after, legs }) {
  for (const { id, holdOpen, status, durationSeconds, childSid } of after.calls.values()) {
    if (holdOpen || status !== "completed" || !before.calls.get(id)?.holdOpen) continue;
    const child = legs.children.get(childSid ?? "");
    const said = child?.state.kind === "over" ? [child.state.recordedSeconds, ...child.toldSeconds] : [];
    if (!said.includes(durationSeconds)) yield `${id} was settled for ${durationSeconds} s, which the carrier never said.`;
  }
};
