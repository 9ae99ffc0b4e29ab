import { ok } from "#shared/result.ts";
import { reconcileCalls } from "../calls/reconcile-calls.ts";
import { defineCommand } from "./command.ts";

export const reconcile = defineCommand({
  name: "reconcile",
  usage: "",
  summary: "Asks the carrier about every call that is due for it, as the server does by itself.",
  options: {},
  async run({ store, clock, logger, openCarrier }) {
    const carrier = await openCarrier();
    if (!carrier.ok) return carrier;
    const deps = { store, carrier: carrier.value, clock, logger };
    let asked = 0;
    // Each call that was asked about is due later or never, so a pass without any is the last.
    for (let due = await reconcileCalls(deps); due > 0; due = await reconcileCalls(deps)) asked += due;
    return ok(asked === 0 ? "No call was due." : `Asked the carrier about ${asked} calls.`);
  },
});
