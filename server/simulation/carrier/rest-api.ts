import { micros } from "#shared/money.ts";
import { e164Schema } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { Carrier, CarrierCall, CarrierFailure } from "../../carrier.ts";
import { PowerOut, type Power } from "../machine/power.ts";
import type { World } from "../world.ts";
import { isLive, type ChildLeg, type ParentLeg } from "./legs.ts";
import { nameOf, type Switchboard } from "./switchboard.ts";

/** The carrier's API as its adapter gives it to the server: late records, records that are not complete, hours of silence. */
export function createRestApi(world: World, { parents, children, hangUp }: Switchboard) {
  const { timeline, random, conditions, count, tell } = world;

  function outage(): CarrierFailure | undefined {
    const nowMs = timeline.nowMs();
    if (!world.isTroubled() || !conditions.outages.some(({ fromMs, untilMs }) => nowMs >= fromMs && nowMs < untilMs))
      return undefined;
    count("carrier unreachable");
    return { kind: "unreachable", message: "The carrier does not answer." };
  }

  function record(leg: ChildLeg | ParentLeg): Result<CarrierCall, CarrierFailure> {
    if (isLive(leg) && timeline.nowMs() < leg.visibleFromMs) {
      count("carrier's record not there yet");
      return err({ kind: "not_found", message: `${leg.sid} was not found` });
    }
    if (leg.state.kind === "over" && timeline.nowMs() < leg.state.recordedMs) {
      count("carrier's record not complete");
      if (random.chance(0.5)) return err({ kind: "rejected", message: "The record has no duration yet." });
      return ok({ ...blank(leg), status: "in-progress" });
    }
    return ok(recordOf(leg));
  }

  function recordOf(leg: ChildLeg | ParentLeg): CarrierCall {
    switch (leg.state.kind) {
      case "asking":
      case "dialling":
      case "ringing":
        return { ...blank(leg), status: "ringing" };
      case "talking":
        return { ...blank(leg), status: "in-progress" };
      case "over": {
        const { status, recordedSeconds, endedMs, pricedMs, priceMicros } = leg.state;
        const isPriced = priceMicros !== undefined && timeline.nowMs() >= pricedMs;
        const price = { priceMicros: isPriced ? micros(priceMicros) : undefined };
        return { ...blank(leg), status, durationSeconds: recordedSeconds, endedAtMs: endedMs, ...price };
      }
    }
  }

  function endByOrder(sid: string): void {
    const leg = children.get(sid) ?? parents.get(sid);
    if (!leg || !isLive(leg)) return;
    tell(`  the server hangs up ${nameOf(leg)}`);
    const child = "parent" in leg ? leg : leg.state.kind === "dialling" ? leg.state.child : undefined;
    if (child && isLive(child) && !conditions.clockMoves && !isPastLimit(child, timeline.nowMs())) {
      world.violate(`The server hung up ${nameOf(leg)} before its limit of ${child.timeLimitSeconds} s.`);
    }
    hangUp(sid);
  }

  /** The API for one server: whoever has no power hears nothing more. */
  return (power: Power): Carrier => {
    async function ask<Value>(
      answer: () => Result<Value, CarrierFailure>,
      isKnown = false,
    ): Promise<Result<Value, CarrierFailure>> {
      // Other requests of the server go on meanwhile, so that an answer may be old when it is acted on.
      await nextTurn();
      if (!power.isOn()) throw new PowerOut();
      const failure = isKnown ? undefined : outage();
      return failure ? err(failure) : answer();
    }
    return {
      hangUp: (sid) => ask(() => ok(endByOrder(sid))),
      fetchCall: (sid) =>
        ask(() => {
          const leg = children.get(sid) ?? parents.get(sid);
          return leg ? record(leg) : err({ kind: "not_found", message: `${sid} was not found` });
        }),
      listChildren: (parentSid) =>
        ask(() => {
          const child = [...children.values()].find(({ parent }) => parent.sid === parentSid);
          const recorded = child && record(child);
          if (!recorded || (!recorded.ok && recorded.error.kind === "not_found")) return ok([]);
          return recorded.ok ? ok([recorded.value]) : recorded;
        }),
      // The adapter remembers them, so that most calls are placed whether or not the carrier can be asked.
      callerIds: () => ask(() => ok([{ number: callerId, type: "verified", label: "Desk" }]), random.chance(0.8)),
      voicePrices: () => ask(() => ok({ lines: [], missing: [] })),
    };
  };
}

const callerId = e164Schema.parse("+12125550123");

function blank(leg: ChildLeg | ParentLeg): CarrierCall {
  return {
    callSid: leg.sid,
    parentCallSid: "parent" in leg ? leg.parent.sid : undefined,
    status: "queued",
    durationSeconds: 0,
    priceMicros: undefined,
    startedAtMs: undefined,
    endedAtMs: undefined,
  };
}

function isPastLimit({ state, dialledMs, timeLimitSeconds }: ChildLeg, nowMs: number): boolean {
  const fromMs = state.kind === "talking" ? state.answeredMs : dialledMs;
  return nowMs >= fromMs + timeLimitSeconds * 1000;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
