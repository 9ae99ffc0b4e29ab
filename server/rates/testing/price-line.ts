import type { CarrierPriceLine } from "../../carrier.ts";

/** A line of a price list as a carrier writes it, with what a test wants to be different. */
export function priceLine(overrides: Partial<CarrierPriceLine> = {}): CarrierPriceLine {
  return {
    where: "line 2",
    description: "Programmable Outbound Minute - Austria - Mobile",
    perMinute: "0.26400",
    originPrefixes: [],
    destinationPrefixes: ["43664", "43676"],
    ...overrides,
  };
}
