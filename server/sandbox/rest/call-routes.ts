import { Hono, type Context } from "hono";
import { hasEnded, type CallRecord, type CallRecords } from "../call-records.ts";
import type { LiveLegs } from "../switchboard/live-legs.ts";
import { callJson, startedAtMs } from "./call-json.ts";
import { formOf } from "./form.ts";
import { pageOf } from "./page.ts";
import { notFound, RestError } from "./rest-error.ts";

/** Calls: fetch, list, and end. https://www.twilio.com/docs/voice/api/call-resource */
export function callRoutes(options: { accountSid: string; records: CallRecords; liveLegs: LiveLegs; nowMs: () => number }): Hono {
  const { accountSid, records, liveLegs, nowMs } = options;
  const json = (record: CallRecord) => callJson(record, { accountSid, nowMs: nowMs() });
  const find = (context: Context) => {
    const record = records.find(context.req.param("sid") ?? "");
    if (!record) throw notFound(context.req.path);
    return record;
  };
  return new Hono()
    .get("/", (context) => {
      const matching = records.list().filter(filterOf(context)).toReversed();
      return context.json(pageOf(context, { key: "calls", items: matching.map(json) }));
    })
    .post("/", () => {
      throw new RestError(405, 20004, "The sandbox carrier places no calls by REST. A browser that calls, and Dial, do.");
    })
    .get("/:sid", (context) => context.json(json(find(context))))
    .post("/:sid", async (context) => {
      const record = find(context);
      endBy(await formOf(context), { record, liveLegs });
      return context.json(json(find(context)));
    });
}

/** Status=completed ends a leg whatever it does; Status=canceled only one that has not been answered. */
function endBy(form: Record<string, string>, leg: { record: CallRecord; liveLegs: LiveLegs }): void {
  const { record, liveLegs } = leg;
  const status = form["Status"];
  if (status !== "completed" && status !== "canceled") {
    throw new RestError(400, 20001, "The sandbox carrier only ends calls: Status must be completed or canceled.");
  }
  if (hasEnded(record)) throw new RestError(400, 21220, "Call is not in-progress. Cannot redirect.");
  if (status === "canceled" && record.status === "in-progress") return;
  liveLegs.hangUp(record.sid);
}

/** The filters of a request, all of which must hold. */
function filterOf(context: Context): (record: CallRecord) => boolean {
  const query = context.req.query();
  const is = (name: string, value: string | undefined) => query[name] === undefined || query[name] === value;
  const hasStartedThen = timeFilter(query, "StartTime");
  const hasEndedThen = timeFilter(query, "EndTime");
  return (record) =>
    is("ParentCallSid", record.parentCallSid) &&
    is("Status", record.status) &&
    is("To", record.to) &&
    is("From", record.from) &&
    hasStartedThen(startedAtMs(record)) &&
    hasEndedThen(hasEnded(record) ? record.endedAtMs : undefined);
}

const dayMs = 86_400_000;

/** A time and its bounds, "StartTime", "StartTime<" and "StartTime>": the bounds are inclusive, a time without one is that day. */
function timeFilter(query: Record<string, string>, name: string): (atMs: number | undefined) => boolean {
  const from = readTime(query, `${name}>`);
  const to = readTime(query, `${name}<`);
  const on = readTime(query, name);
  const dayStartMs = on && Math.floor(on.fromMs / dayMs) * dayMs;
  const lowestMs = Math.max(from?.fromMs ?? -Infinity, dayStartMs ?? -Infinity);
  const highestMs = Math.min(to?.toMs ?? Infinity, dayStartMs === undefined ? Infinity : dayStartMs + dayMs - 1);
  if (!from && !to && !on) return () => true;
  return (atMs) => atMs !== undefined && atMs >= lowestMs && atMs <= highestMs;
}

/** "2026-01-05T12:00:00Z", or a whole day, "2026-01-05". Twilio keeps times in whole seconds. */
function readTime(query: Record<string, string>, name: string): { fromMs: number; toMs: number } | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const fromMs = Date.parse(text);
  if (Number.isNaN(fromMs)) throw new RestError(400, 20001, `${name} must be a date or time, such as 2026-01-05T12:00:00Z.`);
  return { fromMs, toMs: fromMs + (/^\d{4}-\d\d-\d\d$/.test(text) ? dayMs : 1000) - 1 };
}
