import { addMicros, formatDollars, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import type { CallRow, Store } from "../store/store.ts";
import { alignColumns } from "./align-columns.ts";
import { defineCommand } from "./command.ts";

const dayMs = 24 * 60 * 60 * 1000;
const callsPerPage = 1_000;

export const margin = defineCommand({
  name: "margin",
  usage: "[--days N]",
  summary:
    "What calls were charged, what the carrier charges for them, and what is left: each, and in sum. 30 days, if nothing is said.",
  options: { days: { type: "string" } },
  async run({ store, clock }, _operands, { days = "30" }) {
    if (!/^\d{1,4}$/.test(days) || Number(days) === 0)
      return err(`${days} is no count of days. Write a whole number such as 30.`);
    const calls = await readCompleted(store, clock() - Number(days) * dayMs);
    if (calls.length === 0) return ok(`No call was completed within ${days} days.`);
    return ok([tellCalls(calls), "", ...tellSums(calls)].join("\n"));
  },
});

async function readCompleted(store: Pick<Store, "listCompletedCalls">, sinceMs: number): Promise<CallRow[]> {
  const calls: CallRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.listCompletedCalls({ sinceMs, limit: callsPerPage, ...(cursor !== null && { cursor }) });
    calls.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return calls;
}

type PricedCall = CallRow & { carrierPriceMicros: Micros };

function isPriced(call: CallRow): call is PricedCall {
  return call.carrierPriceMicros !== null;
}

function tellCalls(calls: CallRow[]): string {
  const rows = calls.map((call) => [
    new Date(call.createdMs).toISOString().slice(0, 19).replace("T", " "),
    call.id,
    call.toNumber,
    `${call.durationSeconds} s`,
    fine(call.chargedMicros),
    isPriced(call) ? fine(call.carrierPriceMicros) : "not yet",
    isPriced(call) ? fine(marginOf(call)) : "",
    call.unrecoveredMicros > 0 ? fine(call.unrecoveredMicros) : "",
  ]);
  const header = ["when (UTC)", "call", "to", "talk", "charged", "carrier", "margin", "unrecovered"];
  return alignColumns([header, ...rows], { right: [3, 4, 5, 6, 7] });
}

/** The margin is told of the calls that have a price, and of no others: half of a sum would look like a gain. */
function tellSums(calls: CallRow[]): string[] {
  const priced = calls.filter(isPriced);
  const charged = sum(priced.map((call) => call.chargedMicros));
  const carrier = sum(priced.map((call) => call.carrierPriceMicros));
  const unrecovered = calls.filter((call) => call.unrecoveredMicros > 0);
  const sentences = [
    `${priced.length} of ${calls.length} calls have the carrier's price: ` +
      `charged ${fine(charged)}, carrier ${fine(carrier)}, margin ${fine(subtractMicros(charged, carrier))}.`,
  ];
  if (priced.length < calls.length) {
    const unpriced = calls.filter((call) => !isPriced(call));
    sentences.push(`Without a price: ${unpriced.length}, charged ${fine(sum(unpriced.map((call) => call.chargedMicros)))}.`);
  }
  if (unrecovered.length > 0) {
    const lost = fine(sum(unrecovered.map((call) => call.unrecoveredMicros)));
    sentences.push(`Talked beyond what was held, and never paid: ${lost} in ${unrecovered.length} calls.`);
  }
  return sentences;
}

function marginOf(call: PricedCall): Micros {
  return subtractMicros(call.chargedMicros, call.carrierPriceMicros);
}

function sum(amounts: Micros[]): Micros {
  return addMicros(zeroMicros, ...amounts);
}

function fine(amount: Micros): string {
  return formatDollars(amount, { decimals: 4 });
}
