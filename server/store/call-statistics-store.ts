import type { CarrierStatus } from "#shared/call-status.ts";
import type { AccountId, ContactId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import type { CountryCode } from "#shared/phone-number.ts";
import type { CallFilter } from "./call-filter.ts";

/** What some calls come to. */
export interface CallFigures {
  calls: number;
  /** Calls that were picked up, those that go on among them. */
  answered: number;
  talkSeconds: number;
  chargedMicros: Micros;
}

/** The calls to one contact in one country that have one status. */
export interface CallGroup extends CallFigures {
  countryCode: CountryCode | null;
  status: CarrierStatus;
  contactId: ContactId | null;
  contactName: string | null;
  /** When the first of them was made. */
  earliestMs: number;
}

/** From its first millisecond to the last before `toMs`. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** Sums over an account's calls, made by the database. */
export interface CallStatisticsStore {
  /** The figures of each group, in no order. */
  groupCalls(accountId: AccountId, filter: CallFilter): Promise<CallGroup[]>;
  /** The figures of each span, in the order of the spans; those without calls are zero. */
  countCallsBySpan(accountId: AccountId, filter: CallFilter, spans: readonly Span[]): Promise<CallFigures[]>;
}
