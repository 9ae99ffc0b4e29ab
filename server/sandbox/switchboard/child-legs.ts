import { calleeAt } from "../callees.ts";
import type { DialTarget } from "../twiml/verbs.ts";
import type { ChildLeg } from "./child-leg.ts";
import { absentClientLeg, BrowserChildLeg } from "./client-legs.ts";
import type { Exchange } from "./exchange.ts";
import { NumberLeg } from "./number-leg.ts";

/** The `To` of a leg: a number in E.164 form, or `client:` and an identity. */
export function addressOf(target: DialTarget): string {
  return target.kind === "client" ? `client:${target.identity}` : toE164(target.number);
}

/** The leg to a party, not started yet. */
export function createChildLeg(options: {
  target: DialTarget;
  sid: string;
  callerSid: string;
  from: string;
  exchange: Exchange;
}): ChildLeg {
  const { target, sid, callerSid, from, exchange } = options;
  const to = addressOf(target);
  if (target.kind === "client") {
    const { identity, parameters } = target;
    const leg = exchange.registrations.invite({ identity, callSid: sid, from, to, params: parameters });
    return leg ? new BrowserChildLeg(leg) : absentClientLeg;
  }
  const { notifications, scheduler } = exchange;
  const isDiallable = /^\+[1-9]\d{6,14}$/.test(to);
  if (!isDiallable) notifications.warn({ code: 13224, detail: `${to} cannot be reached.`, callSid: callerSid });
  return new NumberLeg({
    callee: isDiallable ? calleeAt(to) : { kind: "not-in-service" },
    sendDigits: target.sendDigits,
    scheduler,
  });
}

/** Twilio takes a number without its country code as one of North America. */
function toE164(number: string): string {
  if (/^\d{10}$/.test(number)) return `+1${number}`;
  return /^1\d{10}$/.test(number) ? `+${number}` : number;
}
