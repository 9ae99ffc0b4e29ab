import { describe, expect, it } from "vitest";
import { advance, type CallRecord, type CallStatus } from "../call-records.ts";
import type { StatusEvent } from "../twiml/verbs.ts";
import { createStatusCallbacks, rfc2822 } from "./status-callbacks.ts";
import type { WebhookRequest } from "./webhooks.ts";

const startMs = Date.UTC(2026, 0, 5, 12, 0, 0);
const queued: CallRecord = {
  sid: "CAchild",
  parentCallSid: "CAparent",
  direction: "outbound-dial",
  from: "+14155550199",
  to: "+14155550100",
  createdAtMs: startMs,
  updatedAtMs: startMs,
  status: "queued",
};

function follow(options: { events: StatusEvent[]; steps: [CallStatus, number][] }): WebhookRequest[] {
  const sent: WebhookRequest[] = [];
  const notify = createStatusCallbacks({
    accountSid: "AC1",
    target: { url: "https://example.test/status", method: "POST", events: new Set(options.events) },
    send: (request) => sent.push(request),
  });
  let record = queued;
  notify(record);
  for (const [status, afterMs] of options.steps) {
    record = advance(record, { status, atMs: startMs + afterMs });
    notify(record);
  }
  return sent;
}

describe("status callbacks", () => {
  it("tell each event asked for, numbered from 0, with Twilio's fields", () => {
    const sent = follow({
      events: ["initiated", "ringing", "answered", "completed"],
      steps: [
        ["initiated", 0],
        ["ringing", 500],
        ["in-progress", 1500],
        ["completed", 66_500],
      ],
    });
    expect(sent.map(({ fields }) => [fields["CallStatus"], fields["SequenceNumber"]])).toEqual([
      ["initiated", "0"],
      ["ringing", "1"],
      ["in-progress", "2"],
      ["completed", "3"],
    ]);
    expect(sent[0]?.fields).not.toHaveProperty("CallDuration");
    expect(sent[3]).toEqual({
      url: "https://example.test/status",
      method: "POST",
      fields: {
        AccountSid: "AC1",
        ApiVersion: "2010-04-01",
        CallSid: "CAchild",
        ParentCallSid: "CAparent",
        CallStatus: "completed",
        Called: "+14155550100",
        Caller: "+14155550199",
        Direction: "outbound-dial",
        From: "+14155550199",
        To: "+14155550100",
        CallDuration: "65",
        Duration: "2",
        Timestamp: "Mon, 05 Jan 2026 12:01:06 +0000",
        CallbackSource: "call-progress-events",
        SequenceNumber: "3",
      },
    });
  });

  it.each(["busy", "no-answer", "failed", "canceled"] as const)("tell %s by the completed event", (status) => {
    const sent = follow({
      events: ["completed"],
      steps: [
        ["initiated", 0],
        ["ringing", 500],
        [status, 900],
      ],
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.fields).toMatchObject({ CallStatus: status, SequenceNumber: "0", CallDuration: "0" });
  });

  it("write the time as RFC 2822 does", () => {
    expect(rfc2822(Date.UTC(2015, 4, 12, 17, 52, 22))).toBe("Tue, 12 May 2015 17:52:22 +0000");
  });
});
