/** A leg's status in Twilio's words. https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
export type CallStatus = CallProgress["status"];

/** How far a leg has come, with what is known by then. */
type CallProgress =
  | { status: "queued" | "initiated" | "ringing" }
  | { status: "in-progress"; answeredAtMs: number }
  | { status: "completed"; answeredAtMs: number; endedAtMs: number }
  | { status: "busy" | "failed" | "no-answer" | "canceled"; endedAtMs: number };

/** Which leg it is: what stays the same from its first moment to its last. */
export interface CallParties {
  sid: string;
  parentCallSid: string | undefined;
  direction: "inbound" | "outbound-dial";
  from: string;
  to: string;
  createdAtMs: number;
}

/** A leg in the carrier's books. */
export type CallRecord = Readonly<CallParties & CallProgress & { updatedAtMs: number }>;

const order: readonly CallStatus[] = ["queued", "initiated", "ringing", "in-progress"];

/** Whether the leg has ended, and how is settled. */
export function hasEnded(record: CallRecord): record is CallRecord & { endedAtMs: number } {
  return "endedAtMs" in record;
}

/** Seconds from the answer to the end, to the nearest second; 0 for a leg that was never answered, or still goes on. */
export function durationSecondsOf(record: CallRecord): number {
  return record.status === "completed" ? Math.round((record.endedAtMs - record.answeredAtMs) / 1000) : 0;
}

/** The record after a step. A step back, or one after the end, gives the same record. */
export function advance(record: CallRecord, step: { status: CallStatus; atMs: number }): CallRecord {
  const progress = nextProgress(record, step);
  if (!progress) return record;
  const { sid, parentCallSid, direction, from, to, createdAtMs } = record;
  return { sid, parentCallSid, direction, from, to, createdAtMs, updatedAtMs: step.atMs, ...progress };
}

function nextProgress(record: CallRecord, step: { status: CallStatus; atMs: number }): CallProgress | undefined {
  const { status, atMs } = step;
  if (hasEnded(record)) return undefined;
  switch (status) {
    case "queued":
    case "initiated":
    case "ringing":
      return order.indexOf(status) > order.indexOf(record.status) ? { status } : undefined;
    case "in-progress":
      return record.status === status ? undefined : { status, answeredAtMs: atMs };
    case "completed":
      return record.status === "in-progress" ? { status, answeredAtMs: record.answeredAtMs, endedAtMs: atMs } : undefined;
    case "busy":
    case "failed":
    case "no-answer":
    case "canceled":
      // Only a leg that nobody answered can end so; an answered one is completed, whoever ends it.
      return record.status === "in-progress" ? undefined : { status, endedAtMs: atMs };
  }
}

/** Every leg the carrier has carried, oldest first. */
export class CallRecords {
  readonly #records = new Map<string, CallRecord>();

  add(parties: CallParties, status: "queued" | "ringing"): CallRecord {
    const record: CallRecord = { ...parties, status, updatedAtMs: parties.createdAtMs };
    this.#records.set(record.sid, record);
    return record;
  }

  find(sid: string): CallRecord | undefined {
    return this.#records.get(sid);
  }

  list(): CallRecord[] {
    return [...this.#records.values()];
  }

  /** Moves a leg on. Gives the new record, or undefined when the step changed nothing. */
  move(sid: string, step: { status: CallStatus; atMs: number }): CallRecord | undefined {
    const before = this.#records.get(sid);
    if (!before) return undefined;
    const after = advance(before, step);
    if (after === before) return undefined;
    this.#records.set(sid, after);
    return after;
  }
}
