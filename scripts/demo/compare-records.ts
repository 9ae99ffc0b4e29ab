import { formatDollars, micros, parseDollars, toDecimalDollars } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import { readHistory, readProfile, readTransactions, readTransfers } from "../../e2e/harness/records.ts";
import type { DemoCall } from "./make-demo-call.ts";
import type { Narrator } from "./narrator.ts";

/** Prints what each record says of the call, and gives a sentence for each pair that differs. */
export async function compareRecords(made: DemoCall & { databasePath: string; narrator: Narrator }): Promise<string[]> {
  const { signedIn, before, shownCost, shownInHistory, databasePath, narrator } = made;
  const [call, ...otherCalls] = await readHistory(signedIn);
  const [transaction, ...otherTransactions] = await readTransactions(signedIn);
  if (!call || !transaction) return ["The call is missing from the history."];
  const charges = readTransfers(databasePath).filter((transfer) => transfer.call_id === call.id);
  const chargedMicros = micros(charges.reduce((sum, transfer) => sum + transfer.amount_micros, 0));
  const { balance } = await readProfile(signedIn);

  narrator.tell("dialer   ", `cost ${shownCost}`);
  narrator.tell(
    "history  ",
    `${call.toNumber}, ${call.durationSeconds} s, $${toDecimalDollars(call.chargedMicros, 4)}, ${call.status}`,
  );
  narrator.tell("record   ", JSON.stringify(transaction));
  for (const charge of charges)
    narrator.tell("transfer ", `${charge.kind} $${toDecimalDollars(micros(charge.amount_micros), 4)}, ${charge.id}`);
  narrator.tell(
    "balance  ",
    `$${toDecimalDollars(before.postedMicros, 4)} -> $${toDecimalDollars(balance.postedMicros, 4)}, held $${toDecimalDollars(balance.heldMicros, 4)}`,
  );

  return [
    otherCalls.length + otherTransactions.length > 0 && "There is more than one call in the history.",
    charges.length !== 1 && `The call was charged ${charges.length} times.`,
    chargedMicros !== call.chargedMicros && "The ledger's transfers and the history differ.",
    parseDollars(transaction.cost) !== call.chargedMicros && "The transaction and the history differ.",
    chargedMicros !== priceCall(call.rate, call.durationSeconds) && "The charge is not what the rate and the duration come to.",
    micros(before.postedMicros - chargedMicros) !== balance.postedMicros && "The balance did not fall by the charge.",
    balance.heldMicros !== 0 && "Money is still held.",
    shownCost !== formatDollars(call.chargedMicros, { decimals: 4 }) && `The dialer showed ${shownCost}.`,
    !shownInHistory.includes(formatDollars(call.chargedMicros, { decimals: 4 })) && `The history page shows: ${shownInHistory}`,
  ].filter((line) => line !== false);
}
