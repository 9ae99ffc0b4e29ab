import type { CallerId } from "#shared/api/caller-ids.ts";
import type { CarrierStatus } from "#shared/call-status.ts";
import type { Micros } from "#shared/money.ts";
import type { Result } from "#shared/result.ts";

/** A call leg in the carrier's own records. */
export interface CarrierCall {
  callSid: string;
  parentCallSid: string | undefined;
  status: CarrierStatus;
  durationSeconds: number;
  /** What the carrier charges us; it comes late and serves for margin only. */
  priceMicros: Micros | undefined;
  startedAtMs: number | undefined;
  endedAtMs: number | undefined;
}

/** The carrier did not answer, or refused us. `notFound` is its own word that there is no such thing. */
export type CarrierFailure = { kind: "unreachable" | "unauthorized" | "not_found" | "rejected"; message: string };

/**
 * A line of the carrier's price list in its own words: what a minute costs from some numbers to some others. It is judged where
 * rate decks are made, in one place for all lists.
 */
export interface CarrierPriceLine {
  /** Where to look for it in the list: "line 12", or a country. */
  where: string;
  description: string;
  /** US dollars in decimal, as the carrier wrote them; empty when it named no price. */
  perMinute: string;
  /** The first digits of caller IDs; none, "ALL" and "ROW" stand for every caller that no other line names. */
  originPrefixes: readonly string[];
  destinationPrefixes: readonly string[];
}

export interface CarrierPriceList {
  lines: CarrierPriceLine[];
  /** What the list lacks, because the carrier would not tell it. */
  missing: { where: string; why: string }[];
}

/** What Ringback asks of a telephone carrier. Adapters never throw for what the carrier says or fails to say. */
export interface Carrier {
  /** Ends a leg. Ending one that has ended is no failure. */
  hangUp(callSid: string): Promise<Result<void, CarrierFailure>>;
  fetchCall(callSid: string): Promise<Result<CarrierCall, CarrierFailure>>;
  /** The legs that a parent leg dialled. */
  listChildren(parentCallSid: string): Promise<Result<CarrierCall[], CarrierFailure>>;
  /** Numbers the carrier lets us show, owned and verified. */
  callerIds(): Promise<Result<CallerId[], CarrierFailure>>;
  /** What calls to everywhere cost this account. It takes as many questions as there are countries. */
  voicePrices(): Promise<Result<CarrierPriceList, CarrierFailure>>;
}
