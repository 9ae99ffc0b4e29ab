import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { dialerStatus, isLive, type CallState, type Failure } from "./call-state.ts";
import { readMeter } from "./call-meter.ts";
import { idleSnapshot } from "./call-snapshot.ts";
import { sampleCall, sampleDialled } from "./testing/sample-call.ts";
import { transition, type CallEvent } from "./transition.ts";

const call = sampleCall();
const callSid = "CA0123456789abcdef0123456789abcdef";
const failure: Failure = { code: "connection_lost" };

const idle: CallState = { status: "idle" };
const requesting: CallState = { status: "requesting", ...sampleDialled };
const pending: CallState = { status: "pending", ...sampleDialled, call };
const ringing: CallState = { status: "ringing", ...sampleDialled, call, callSid, hasEarlyMedia: true };
const open: CallState = { status: "open", ...sampleDialled, call, callSid, answeredAtMs: 5000, isMuted: false };
const reconnecting: CallState = { ...open, status: "reconnecting" };
const ended: CallState = { status: "ended", ...sampleDialled, call, answeredAtMs: 5000, endedAtMs: 9000 };
const failed: CallState = { status: "failed", ...sampleDialled, call, failure, endedAtMs: 9000 };
const states = { idle, requesting, pending, ringing, open, reconnecting, ended, failed };

const again = { ...sampleDialled, clientKey: "another", requestedAtMs: 20_000 };
const events = {
  requested: { type: "requested", dialled: again },
  accepted: { type: "accepted", call },
  ringing: { type: "ringing", callSid, hasEarlyMedia: false },
  opened: { type: "opened", callSid, atMs: 6000 },
  reconnecting: { type: "reconnecting" },
  reconnected: { type: "reconnected" },
  muted: { type: "muted", isMuted: true },
  clock_set: { type: "clock_set", byMs: -3_600_000 },
  disconnected: { type: "disconnected", atMs: 8000 },
  failed: { type: "failed", failure, atMs: 8000 },
  dismissed: { type: "dismissed" },
} satisfies Record<string, CallEvent>;

type Status = CallState["status"];
const same = "same";

/** For each event, the state that each state becomes by it; whatever is not named stays the same. */
const table: Record<keyof typeof events, Partial<Record<Status, Status>>> = {
  requested: { idle: "requesting", ended: "requesting", failed: "requesting" },
  accepted: { requesting: "pending" },
  ringing: { pending: "ringing" },
  opened: { pending: "open", ringing: "open" },
  reconnecting: { open: "reconnecting" },
  reconnected: { reconnecting: "open" },
  muted: { open: "open", reconnecting: "reconnecting" },
  clock_set: { open: "open", reconnecting: "reconnecting" },
  disconnected: { open: "ended", reconnecting: "ended" },
  failed: { requesting: "failed", pending: "failed", ringing: "failed", open: "failed", reconnecting: "failed" },
  dismissed: { ended: "idle", failed: "idle" },
};

describe("every event in every state", () => {
  for (const [name, event] of Object.entries(events)) {
    for (const [status, state] of Object.entries(states)) {
      const expected = table[name as keyof typeof events][status as Status] ?? same;
      it(`"${name}" makes ${status} ${expected}`, () => {
        const next = transition(state, event);
        if (expected === same) expect(next).toBe(state);
        else expect(next.status).toBe(expected);
      });
    }
  }
});

describe("what a state carries", () => {
  it("keeps who was dialled from the click to the end", () => {
    const path: CallEvent[] = [{ type: "requested", dialled: sampleDialled }, events.accepted, events.ringing, events.opened];
    const end = [...path, events.disconnected].reduce(transition, idle);
    expect(end).toEqual({ status: "ended", ...sampleDialled, call, answeredAtMs: 6000, endedAtMs: 8000 });
  });

  it("drops the failure of the last call when another is requested", () => {
    expect(transition(failed, events.requested)).toEqual({ status: "requesting", ...again });
  });

  it("starts unmuted, and stays muted through a reconnect", () => {
    const muted = [events.muted, events.reconnecting, events.reconnected].reduce<CallState>(transition, open);
    expect(muted).toEqual({ ...open, isMuted: true });
  });

  it("moves the time of answer with a clock that is set, so that the timer goes on where it was", () => {
    expect(transition(open, { type: "clock_set", byMs: 3_600_000 })).toMatchObject({ answeredAtMs: 3_605_000 });
    expect(transition(ended, { type: "clock_set", byMs: 3_600_000 })).toBe(ended);
  });

  it("gives the same state for a mute that changes nothing", () => {
    expect(transition(open, { type: "muted", isMuted: false })).toBe(open);
  });

  it("never ends before it was answered, whatever the clocks say", () => {
    expect(transition(open, { type: "disconnected", atMs: 4000 })).toMatchObject({ answeredAtMs: 5000, endedAtMs: 5000 });
  });

  it("fails a call the server never knew without one", () => {
    expect(transition(requesting, events.failed)).toMatchObject({ status: "failed", call: undefined, failure });
  });
});

function tell(change: Parameters<typeof sampleCall>[0], answeredAtMs?: number): CallEvent {
  return { type: "told", call: sampleCall(change), answeredAtMs, atMs: 8000 };
}

describe("the server's word", () => {
  it.each([
    ["busy", null, "busy"],
    ["no-answer", null, "no_answer"],
    ["canceled", null, "canceled"],
    ["failed", null, "carrier_error"],
    ["failed", "insufficient_balance", "insufficient_balance"],
    ["canceled", "never_connected", "never_connected"],
  ] as const)("a call that is %s (%s) failed as %s", (status, reason, code) => {
    for (const state of [pending, ringing, open, reconnecting]) {
      expect(transition(state, tell({ status, reason }))).toMatchObject({ status: "failed", failure: { code } });
    }
  });

  it("corrects the timer by the carrier's time of answer", () => {
    expect(transition(open, tell({ status: "in-progress" }, 4400))).toMatchObject({ status: "open", answeredAtMs: 4400 });
  });

  it("does not open a call: only the line can say that somebody can be heard", () => {
    expect(transition(ringing, tell({ status: "in-progress" }, 4400)).status).toBe("ringing");
  });

  it("ends a call whose disconnect was lost", () => {
    expect(transition(open, tell({ status: "completed" }, 4400))).toMatchObject({
      status: "ended",
      answeredAtMs: 4400,
      endedAtMs: 8000,
    });
  });

  it("ends a call that was answered and over before the SDK said so", () => {
    expect(transition(ringing, tell({ status: "completed" }, 4400))).toMatchObject({ status: "ended", answeredAtMs: 4400 });
  });

  it("brings the charge to a call that has ended", () => {
    const settled = transition(ended, tell({ status: "completed", durationSeconds: 4, chargedMicros: 934 }));
    expect(settled).toMatchObject({ status: "ended", endedAtMs: 9000, call: { chargedMicros: 934, durationSeconds: 4 } });
  });

  it("makes a failure of a call that seemed to end but was never connected", () => {
    expect(transition(ended, tell({ status: "failed", reason: "no_rate" }))).toMatchObject({
      status: "failed",
      failure: { code: "no_rate" },
    });
  });

  it("keeps the reason that was seen here, and takes the record", () => {
    const told = transition(failed, tell({ status: "completed", durationSeconds: 3 }));
    expect(told).toMatchObject({ status: "failed", failure, call: { durationSeconds: 3 } });
  });

  it("is not about a call of another id, or about none", () => {
    const other = tell({ id: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5F", status: "busy" });
    for (const state of Object.values(states)) expect(transition(state, other)).toBe(state);
    for (const state of [idle, requesting]) expect(transition(state, tell({ status: "busy" }))).toBe(state);
  });
});

const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constantFrom(...Object.values(events)),
  fc.record({
    type: fc.constant("told" as const),
    call: fc
      .constantFrom("queued", "ringing", "in-progress", "busy", "failed", "completed" as const)
      .map((status) => sampleCall({ status })),
    answeredAtMs: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
    atMs: fc.integer({ min: 0, max: 20_000 }),
  }),
);

test("whatever happens in whatever order, a call is over once and its times make sense", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (sequence) => {
      let state: CallState = idle;
      for (const event of sequence) {
        const next = transition(state, event);
        // Only a request brings a call to life, and only a dismissal makes the screen empty.
        if (!isLive(state) && isLive(next)) expect(event.type).toBe("requested");
        if (state.status !== "idle" && next.status === "idle") expect(event.type).toBe("dismissed");
        if (next.status === "ended") expect(next.endedAtMs).toBeGreaterThanOrEqual(next.answeredAtMs);
        if (dialerStatus(state) === "answered" && isLive(next)) expect(dialerStatus(next)).toBe("answered");
        // There is one call at most: no other takes its place while it is live.
        if (isLive(state) && isLive(next)) expect(clientKeyOf(next)).toBe(clientKeyOf(state));
        // The timer runs from the answer to the end, and neither before nor after.
        const meter = readMeter({ ...idleSnapshot, state: next }, 30_000);
        expect(meter !== undefined).toBe(["answered", "ended"].includes(dialerStatus(next) ?? ""));
        if (next.status === "ended") expect(readMeter({ ...idleSnapshot, state: next }, 90_000)).toEqual(meter);
        // What is over stays over, but for a new request, a dismissal, and the record's last word on how it ended.
        if (isOverAndShown(state) && !isOverAndShown(next)) expect(["requested", "dismissed"]).toContain(event.type);
        state = next;
      }
    }),
  );
});

function clientKeyOf(state: CallState): string | undefined {
  return state.status === "idle" ? undefined : state.clientKey;
}

function isOverAndShown({ status }: CallState): boolean {
  return status === "ended" || status === "failed";
}

test("an event that comes twice counts once", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (sequence, event) => {
      // A clock that is set twice was set twice.
      fc.pre(event.type !== "clock_set");
      const once = transition(sequence.reduce(transition, idle as CallState), event);
      expect(transition(once, event)).toEqual(once);
    }),
  );
});
