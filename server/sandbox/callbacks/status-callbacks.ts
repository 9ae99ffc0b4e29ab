import { durationSecondsOf, hasEnded, type CallRecord } from "../call-records.ts";
import type { StatusCallback, StatusEvent } from "../twiml/verbs.ts";
import { callFields } from "./call-fields.ts";
import type { WebhookRequest } from "./webhooks.ts";

/**
 * Tells an application how one leg comes along: hand it the record after each step. Only events that were asked for are
 * sent, and they are numbered from 0 in the order in which they happened; nothing waits for the one before to arrive.
 * https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback-event
 */
export function createStatusCallbacks(options: {
  accountSid: string;
  target: StatusCallback;
  send: (request: WebhookRequest) => void;
}): (call: CallRecord) => void {
  const { accountSid, target, send } = options;
  let sequenceNumber = 0;
  return (call) => {
    const event = eventOf(call);
    if (event === undefined || !target.events.has(event)) return;
    send({
      url: target.url,
      method: target.method,
      fields: {
        ...callFields(accountSid, call),
        ...(hasEnded(call) && durationFields(call)),
        Timestamp: rfc2822(call.updatedAtMs),
        CallbackSource: "call-progress-events",
        SequenceNumber: String(sequenceNumber),
      },
    });
    sequenceNumber += 1;
  };
}

/** A moment as RFC 2822 writes it, "Tue, 12 May 2015 17:52:22 +0000". */
export function rfc2822(atMs: number): string {
  return new Date(atMs).toUTCString().replace("GMT", "+0000");
}

function eventOf(call: CallRecord): StatusEvent | undefined {
  switch (call.status) {
    case "queued":
      return undefined;
    case "initiated":
    case "ringing":
      return call.status;
    case "in-progress":
      return "answered";
    case "completed":
    case "busy":
    case "failed":
    case "no-answer":
    case "canceled":
      return "completed";
  }
}

/** CallDuration is in seconds; Duration, kept by Twilio from older days, in started minutes. */
function durationFields(call: CallRecord): Record<string, string> {
  const seconds = durationSecondsOf(call);
  return { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) };
}
