import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";
import { causeOf } from "../quality/live-quality.ts";
import type { CallSnapshot } from "./call-snapshot.ts";

/** Something that happened to a call, in codes: nothing that a person typed, and nothing that another side told, is ever in it. */
export interface LogEntry {
  atMs: number;
  event: string;
}

// Some ten calls. Whoever helps wants to know of the last one.
const mostKept = 150;

// Our own codes and the SDK's five digits. Storage is read as if a stranger had written it: a phone number does not fit.
const eventSchema = z
  .string()
  .max(80)
  .regex(/^[a-z_]+(\.[a-z_]+)*( \d{1,5})?$/);

const logSchema = z.array(z.object({ atMs: z.number(), event: eventSchema }));

/** What happened to calls of late, oldest first. It outlives the browser, since a call may be lost with it. */
export const callLog = createStoredItem<LogEntry[]>({
  area: "local",
  key: "callLog",
  parse: (stored) => logSchema.safeParse(stored).data ?? [],
});

/** Writes down what a new snapshot has that the one before had not. Like all that mirrors snapshots it is called in turn, by one. */
export async function logChange(before: CallSnapshot, after: CallSnapshot, nowMs: number): Promise<void> {
  const events = eventsBetween(before, after);
  if (events.length === 0) return;
  const log = [...(await callLog.read()), ...events.map((event) => ({ atMs: nowMs, event }))];
  await callLog.write(log.slice(-mostKept));
}

/** What is told apart in the log, as codes. */
export function eventsBetween(before: CallSnapshot, after: CallSnapshot): string[] {
  const earlier = new Set(factsOf(before));
  return factsOf(after).filter((fact) => !earlier.has(fact));
}

function factsOf({ state, freshness, sound }: CallSnapshot): string[] {
  return [stateFact(state), `server.${freshness}`, soundFact(sound)];
}

function stateFact(state: CallSnapshot["state"]): string {
  switch (state.status) {
    case "failed":
      return `call.failed.${state.failure.code}${state.failure.sdkCode === undefined ? "" : ` ${state.failure.sdkCode}`}`;
    case "ringing":
      return state.hasEarlyMedia ? "call.ringing.early_media" : "call.ringing";
    case "open":
      return state.isMuted ? "call.open.muted" : "call.open";
    case "idle":
    case "requesting":
    case "pending":
    case "reconnecting":
    case "ended":
      return `call.${state.status}`;
  }
}

function soundFact(sound: CallSnapshot["sound"]): string {
  if (sound.phase !== "talking") return `sound.${sound.phase}`;
  return ["sound", sound.quality.level, causeOf(sound.quality)].filter(Boolean).join(".");
}
