import type { ChildLeg, ParentLeg } from "./legs.ts";

const accountSid = "AC00000000000000000000000000000000";

/** The form in which the carrier asks what to do with a caller. */
export function voiceForm({ sid, accountId, callId }: Pick<ParentLeg, "sid" | "accountId" | "callId">): Record<string, string> {
  return {
    AccountSid: accountSid,
    CallSid: sid,
    CallStatus: "ringing",
    Direction: "inbound",
    From: `client:${accountId}`,
    To: "",
    callId,
  };
}

export interface StatusNews {
  status: string;
  sequence: number;
  atMs: number;
  durationSeconds?: number | undefined;
}

/** A status callback of a dialled leg. */
export function statusForm({ sid, parent }: ChildLeg, { status, sequence, atMs, durationSeconds }: StatusNews) {
  return {
    AccountSid: accountSid,
    CallSid: sid,
    ParentCallSid: parent.sid,
    CallStatus: status,
    Timestamp: new Date(atMs).toUTCString(),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(sequence),
    ...(durationSeconds !== undefined && {
      CallDuration: String(durationSeconds),
      Duration: String(Math.ceil(durationSeconds / 60)),
    }),
  };
}

/** What the carrier tells of the whole dialling, when it asks what to do with the caller next. */
export function dialActionForm({ sid, parent }: ChildLeg, told: { status: string; durationSeconds?: number | undefined }) {
  return {
    AccountSid: accountSid,
    CallSid: parent.sid,
    DialCallSid: sid,
    DialCallStatus: told.status,
    DialBridged: String(told.status === "completed"),
    ...(told.durationSeconds !== undefined && { DialCallDuration: String(told.durationSeconds) }),
  };
}
