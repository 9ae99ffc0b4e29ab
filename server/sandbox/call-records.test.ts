import { describe, expect, it } from "vitest";
import { advance, CallRecords, durationSecondsOf, type CallRecord, type CallStatus } from "./call-records.ts";

const queued: CallRecord = {
  sid: "CA1",
  parentCallSid: "CA0",
  direction: "outbound-dial",
  from: "+14155550199",
  to: "+14155550100",
  createdAtMs: 0,
  updatedAtMs: 0,
  status: "queued",
};

function after(...steps: [CallStatus, number][]): CallRecord {
  return steps.reduce((record, [status, atMs]) => advance(record, { status, atMs }), queued);
}

describe("a leg's record", () => {
  it("goes from queued to completed, and its duration counts from the answer", () => {
    const record = after(["initiated", 10], ["ringing", 20], ["in-progress", 1000], ["completed", 61_400]);
    expect(record).toMatchObject({ status: "completed", answeredAtMs: 1000, endedAtMs: 61_400, updatedAtMs: 61_400 });
    expect(durationSecondsOf(record)).toBe(60);
  });

  it.each(["busy", "failed", "no-answer", "canceled"] as const)("ends unanswered as %s, with no duration", (status) => {
    const record = after(["initiated", 10], [status, 5000]);
    expect(record).toMatchObject({ status, endedAtMs: 5000 });
    expect(durationSecondsOf(record)).toBe(0);
  });

  it.each<[string, [CallStatus, number][]]>([
    [
      "a step back",
      [
        ["ringing", 10],
        ["initiated", 20],
      ],
    ],
    [
      "an answer after the end",
      [
        ["busy", 10],
        ["in-progress", 20],
      ],
    ],
    [
      "a second end",
      [
        ["in-progress", 10],
        ["completed", 20],
        ["completed", 30],
      ],
    ],
    [
      "completed without an answer",
      [
        ["ringing", 10],
        ["completed", 20],
      ],
    ],
    [
      "busy after the answer",
      [
        ["in-progress", 10],
        ["busy", 20],
      ],
    ],
    [
      "a second answer",
      [
        ["in-progress", 10],
        ["in-progress", 20],
      ],
    ],
  ])("stays the same object on %s", (_, steps) => {
    const before = after(...steps.slice(0, -1));
    const [status, atMs] = steps.at(-1) ?? ["queued", 0];
    expect(advance(before, { status, atMs })).toBe(before);
  });

  it("is reported as moved only when it moved", () => {
    const records = new CallRecords();
    records.add(queued, "queued");
    expect(records.move("CA1", { status: "ringing", atMs: 5 })).toMatchObject({ status: "ringing" });
    expect(records.move("CA1", { status: "ringing", atMs: 6 })).toBeUndefined();
    expect(records.move("CA2", { status: "ringing", atMs: 6 })).toBeUndefined();
    expect(records.find("CA1")).toMatchObject({ updatedAtMs: 5 });
  });
});
