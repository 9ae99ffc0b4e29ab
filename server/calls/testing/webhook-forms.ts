import { startMs } from "../../store/contract/fixture.ts";
import type { CallServer } from "./call-server.ts";

export const statusPath = "/api/twilio/status";

/** A status callback as Twilio writes it. */
export function statusForm(
  { parentSid, childSid }: { parentSid: string; childSid: string },
  overrides: Record<string, string> = {},
) {
  return {
    AccountSid: "AC00000000000000000000000000000000",
    CallSid: childSid,
    ParentCallSid: parentSid,
    CallStatus: "in-progress",
    Timestamp: new Date(startMs + 4_000).toUTCString(),
    CallbackSource: "call-progress-events",
    SequenceNumber: "2",
    ...overrides,
  };
}

/** The callback of a leg that was answered after four seconds and ended. */
export function completedForm(legs: { parentSid: string; childSid: string }, seconds = 30) {
  return statusForm(legs, {
    CallStatus: "completed",
    CallDuration: String(seconds),
    Duration: "1",
    SequenceNumber: "3",
    Timestamp: new Date(startMs + 4_000 + seconds * 1_000).toUTCString(),
  });
}

/** Everything a webhook could change. */
export async function stateOf(server: CallServer) {
  const tables = ["accounts", "transfers", "calls", "webhook_events"];
  return tables.map((table) => server.database.$client.prepare(`SELECT * FROM ${table}`).all());
}
