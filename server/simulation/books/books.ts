import { carrierStatusSchema, type CarrierStatus } from "#shared/call-status.ts";
import { micros } from "#shared/money.ts";
import type { RateSnapshot } from "../../store/store.ts";

export interface AccountRecord {
  id: string;
  kind: "wallet" | "receivable" | "system";
  postedMicros: number;
  heldMicros: number;
  rev: number;
  maxConcurrentCalls: number;
  maxPerMinuteMicros: number;
  maxPerCallMicros: number | null;
  maxPerDayMicros: number | null;
  countries: readonly string[] | null;
}

export interface CallRecord {
  id: string;
  accountId: string;
  parentSid: string | null;
  childSid: string | null;
  countryCode: string | null;
  status: CarrierStatus;
  reason: string | null;
  durationSeconds: number;
  createdMs: number;
  answeredMs: number | null;
  endedMs: number | null;
  rate: RateSnapshot;
  holdMicros: number;
  holdOpen: boolean;
  timeLimitSeconds: number | null;
  chargedMicros: number;
  unrecoveredMicros: number;
  carrierPriceMicros: number | null;
  final: boolean;
  checkAfterMs: number | null;
  priceAfterMs: number | null;
}

export interface TransferRecord {
  sequence: number;
  id: string;
  kind: string;
  debitAccount: string;
  creditAccount: string;
  amountMicros: number;
  callId: string | null;
  createdMs: number;
}

/** Everything that the database says of money, at one moment. */
export interface Books {
  accounts: ReadonlyMap<string, AccountRecord>;
  calls: ReadonlyMap<string, CallRecord>;
  /** In the order of posting. */
  transfers: readonly TransferRecord[];
}

type Row = Record<string, unknown>;

/** The same in both dialects. */
export const booksQueries = {
  accounts: "SELECT * FROM accounts ORDER BY id",
  calls: "SELECT * FROM calls ORDER BY id",
  transfers: "SELECT * FROM transfers ORDER BY seq",
} as const;

/** Rows of either database as records. What a driver gives as text, such as PostgreSQL's bigint, becomes a number here. */
export function toBooks(rows: Record<keyof typeof booksQueries, readonly Row[]>): Books {
  return {
    accounts: new Map(rows.accounts.map(toAccount).map((account) => [account.id, account])),
    calls: new Map(rows.calls.map(toCall).map((call) => [call.id, call])),
    transfers: rows.transfers.map(toTransfer),
  };
}

function toAccount(row: Row): AccountRecord {
  return {
    id: String(row.id),
    kind: row.kind as AccountRecord["kind"],
    postedMicros: Number(row.posted_micros),
    heldMicros: Number(row.held_micros),
    rev: Number(row.rev),
    maxConcurrentCalls: Number(row.max_concurrent),
    maxPerMinuteMicros: Number(row.max_per_min_micros),
    maxPerCallMicros: numberOrNull(row.max_per_call_micros),
    maxPerDayMicros: numberOrNull(row.max_per_day_micros),
    countries: typeof row.countries === "string" ? JSON.parse(row.countries) : (row.countries as string[] | null),
  };
}

function toCall(row: Row): CallRecord {
  return {
    id: String(row.id),
    accountId: String(row.account_id),
    parentSid: textOrNull(row.parent_sid),
    childSid: textOrNull(row.child_sid),
    countryCode: textOrNull(row.country_code),
    status: carrierStatusSchema.parse(row.status),
    reason: textOrNull(row.reason),
    durationSeconds: Number(row.duration_s),
    createdMs: Number(row.created_ms),
    answeredMs: numberOrNull(row.answered_ms),
    endedMs: numberOrNull(row.ended_ms),
    rate: toRate(row),
    holdMicros: Number(row.hold_micros),
    holdOpen: Boolean(row.hold_open),
    timeLimitSeconds: numberOrNull(row.time_limit_s),
    chargedMicros: Number(row.charged_micros),
    unrecoveredMicros: Number(row.unrecovered_micros),
    carrierPriceMicros: numberOrNull(row.carrier_price_micros),
    final: Boolean(row.final),
    checkAfterMs: numberOrNull(row.check_after_ms),
    priceAfterMs: numberOrNull(row.price_after_ms),
  };
}

function toRate(row: Row): RateSnapshot {
  return {
    deckId: String(row.deck_id),
    destinationPrefix: String(row.dest_prefix),
    perMinuteMicros: micros(Number(row.per_min_micros)),
    incrementSeconds: Number(row.inc_s),
    minimumSeconds: Number(row.min_s),
    connectMicros: micros(Number(row.connect_micros)),
  };
}

function toTransfer(row: Row): TransferRecord {
  return {
    sequence: Number(row.seq),
    id: String(row.id),
    kind: String(row.kind),
    debitAccount: String(row.debit_account),
    creditAccount: String(row.credit_account),
    amountMicros: Number(row.amount_micros),
    callId: textOrNull(row.call_id),
    createdMs: Number(row.created_ms),
  };
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
