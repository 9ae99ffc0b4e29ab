import type { CarrierStatus } from "#shared/call-status.ts";
import type { Micros } from "#shared/money.ts";

/** What the carrier said about a call leg, by callback or by REST. */
export interface CarrierFact {
  status: CarrierStatus;
  /** Whole seconds of talk; told only with an end. */
  durationSeconds: number | undefined;
  atMs: number;
  childSid: string | undefined;
  /** The carrier's own record, which may lower a duration and after which nothing changes. */
  isFinal: boolean;
  /** What the carrier charges us. It comes late, and serves to know the margin only. */
  carrierPriceMicros?: Micros | undefined;
}
