import { durationSecondsOf, hasEnded, type CallRecord } from "../call-records.ts";
import { rfc2822 } from "../callbacks/status-callbacks.ts";
import { priceOf } from "./price-list.ts";

/** A caller's leg goes over the internet, and has a price of its own. */
const clientDollarsPerMinute = "0.0040";
/** Twilio prices a call some time after it has ended. */
const pricingDelayMs = 2000;

/** A leg as the REST API shows it. https://www.twilio.com/docs/voice/api/call-resource#call-properties */
export function callJson(record: CallRecord, options: { accountSid: string; nowMs: number }) {
  const { accountSid, nowMs } = options;
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${record.sid}`;
  const ended = hasEnded(record);
  return {
    sid: record.sid,
    account_sid: accountSid,
    parent_call_sid: record.parentCallSid ?? null,
    api_version: "2010-04-01",
    direction: record.direction,
    from: record.from,
    from_formatted: record.from,
    to: record.to,
    to_formatted: record.to,
    status: record.status,
    date_created: rfc2822(record.createdAtMs),
    date_updated: rfc2822(record.updatedAtMs),
    start_time: record.status === "queued" ? null : rfc2822(startedAtMs(record)),
    end_time: ended ? rfc2822(record.endedAtMs) : null,
    duration: ended ? String(durationSecondsOf(record)) : null,
    price: ended && nowMs - record.endedAtMs >= pricingDelayMs ? chargeFor(record) : null,
    price_unit: "USD",
    phone_number_sid: null,
    answered_by: null,
    annotation: null,
    caller_name: null,
    forwarded_from: null,
    group_sid: null,
    queue_time: "0",
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: { notifications: `${uri}/Notifications.json`, recordings: `${uri}/Recordings.json` },
  };
}

/** When the leg began: at its answer, or when it was dialled if nobody has answered. */
export function startedAtMs(record: CallRecord): number {
  return "answeredAtMs" in record ? record.answeredAtMs : record.createdAtMs;
}

/** What the account pays, as a negative amount of dollars; each started minute counts. */
function chargeFor(record: CallRecord): string | null {
  const minutes = Math.ceil(durationSecondsOf(record) / 60);
  const isOutbound = record.direction === "outbound-dial" && !record.to.startsWith("client:");
  const perMinute = isOutbound ? priceOf(record.to)?.price.dollarsPerMinute : clientDollarsPerMinute;
  if (minutes === 0 || perMinute === undefined) return null;
  return `-${(minutes * Number(perMinute)).toFixed(5)}`;
}
