import { z } from "zod";
import { callIdSchema, type CallId } from "#shared/ids.ts";
import { carrierStatusSchema } from "#shared/call-status.ts";
import { micros } from "#shared/money.ts";
import type { LedgerReader } from "./ledger-reader.ts";

// SQLite writes booleans as numbers, and Postgres its large integers as text.
const wholeSchema = z.coerce.number().pipe(z.int());
const moneySchema = wholeSchema.transform(micros);
const flagSchema = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean);

const callRecordSchema = z
  .object({
    id: callIdSchema,
    parent_sid: z.string().nullable(),
    status: carrierStatusSchema,
    duration_s: wholeSchema,
    hold_micros: moneySchema,
    hold_open: flagSchema,
    time_limit_s: wholeSchema.nullable(),
    charged_micros: moneySchema,
    unrecovered_micros: moneySchema,
    final: flagSchema,
    per_min_micros: moneySchema,
    inc_s: wholeSchema,
    min_s: wholeSchema,
    connect_micros: moneySchema,
  })
  .transform((row) => ({
    id: row.id,
    parentSid: row.parent_sid,
    status: row.status,
    durationSeconds: row.duration_s,
    holdMicros: row.hold_micros,
    holdOpen: row.hold_open,
    timeLimitSeconds: row.time_limit_s,
    chargedMicros: row.charged_micros,
    unrecoveredMicros: row.unrecovered_micros,
    final: row.final,
    rate: {
      perMinuteMicros: row.per_min_micros,
      incrementSeconds: row.inc_s,
      minimumSeconds: row.min_s,
      connectMicros: row.connect_micros,
    },
  }));

/** A call as its row says, without going through the store. */
export type CallRecord = z.output<typeof callRecordSchema>;

export async function readCallRecords(ledger: LedgerReader): Promise<Map<CallId, CallRecord>> {
  const rows = await ledger.rows(`SELECT id, parent_sid, status, duration_s, hold_micros, hold_open, time_limit_s, charged_micros,
    unrecovered_micros, final, per_min_micros, inc_s, min_s, connect_micros FROM calls`);
  return new Map(rows.map((row) => callRecordSchema.parse(row)).map((call) => [call.id, call]));
}

/** How often each event of each leg was written down, by `eventKey`. */
export async function countEvents(ledger: LedgerReader): Promise<Map<string, number>> {
  const rows = await ledger.rows(
    "SELECT child_sid, seq, status, count(*) AS times FROM webhook_events GROUP BY child_sid, seq, status",
  );
  return new Map(rows.map((row) => eventSchema.parse(row)).map(({ times, ...event }) => [eventKey(event), times]));
}

export function eventKey({ child_sid, seq, status }: { child_sid: string; seq: number; status: string }): string {
  return `${child_sid} ${seq} ${status}`;
}

const eventSchema = z.object({ child_sid: z.string(), seq: wholeSchema, status: z.string(), times: wholeSchema });
