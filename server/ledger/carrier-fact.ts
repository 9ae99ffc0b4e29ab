import type { CarrierStatus } from "#shared/call-status.ts";

/** What the carrier said about a call leg, by callback or by REST. */
export interface CarrierFact {
  status: CarrierStatus;
  /** Whole seconds of talk; told only with an end. */
  durationSeconds: number | undefined;
  atMs: number;
  childSid: string | undefined;
  /** The carrier's own record, which may lower a duration and after which nothing changes. */
  isFinal: boolean;
}
