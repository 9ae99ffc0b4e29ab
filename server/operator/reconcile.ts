import { ok } from "#shared/result.ts";
import { priceCalls, type Priced } from "../calls/price-calls.ts";
import { reconcileCalls, type Reconciled } from "../calls/reconcile-calls.ts";
import { defineCommand } from "./command.ts";

export const reconcile = defineCommand({
  name: "reconcile",
  usage: "",
  summary: "Asks the carrier about every call and every price that is due, as the server does by itself.",
  options: {},
  async run({ store, clock, logger, openCarrier }) {
    const carrier = await openCarrier();
    if (!carrier.ok) return carrier;
    const deps = { store, carrier: carrier.value, clock, logger };
    const reconciled = await untilNoneIsDue(() => reconcileCalls(deps));
    const priced = await untilNoneIsDue(() => priceCalls(deps));
    return ok([tell("call", reconciled, reconciledWords), tell("price", priced, pricedWords)].join("\n"));
  },
});

/** What was asked about is due later or never, so a pass without anything is the last. */
async function untilNoneIsDue<Outcome>(pass: () => Promise<Outcome[]>): Promise<Outcome[]> {
  const all: Outcome[] = [];
  for (let outcomes = await pass(); outcomes.length > 0; outcomes = await pass()) all.push(...outcomes);
  return all;
}

const reconciledWords: Record<Reconciled, string> = {
  settled: "settled by the carrier's record",
  never_connected: "ended that never reached the carrier",
  goes_on: "going on",
  hung_up: "hung up, being past its limit",
  not_answered: "not told of by the carrier, and asked about again later",
  failed: "failed, see the log",
};

const pricedWords: Record<Priced, string> = {
  priced: "kept",
  not_yet: "not named yet",
  not_answered: "not told by the carrier, and asked for again later",
  given_up: "given up, since none has come for two days",
  failed: "failed, see the log",
};

function tell<Outcome extends string>(thing: string, outcomes: Outcome[], words: Record<Outcome, string>): string {
  if (outcomes.length === 0) return `No ${thing} was due.`;
  const parts = [...Map.groupBy(outcomes, (outcome) => outcome)].map(([outcome, all]) => `${all.length} ${words[outcome]}`);
  return `${outcomes.length} ${thing}${outcomes.length === 1 ? "" : "s"}: ${parts.join("; ")}.`;
}
