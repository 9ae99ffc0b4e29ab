import type { CallRecord } from "../call-records.ts";

const apiVersion = "2010-04-01";

/** What every request about a call says of it. https://www.twilio.com/docs/voice/twiml#request-parameters */
export function callFields(accountSid: string, call: CallRecord): Record<string, string> {
  return {
    AccountSid: accountSid,
    ApiVersion: apiVersion,
    CallSid: call.sid,
    ...(call.parentCallSid !== undefined && { ParentCallSid: call.parentCallSid }),
    CallStatus: call.status,
    Called: call.to,
    Caller: call.from,
    Direction: call.direction,
    From: call.from,
    To: call.to,
  };
}
