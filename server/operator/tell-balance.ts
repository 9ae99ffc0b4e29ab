import { formatDollars } from "#shared/money.ts";
import { availableMicros } from "../ledger/authorise.ts";
import type { Person } from "./find-person.ts";

/** A sentence on what a person has. What is owed is only spoken of when something is. */
export function tellBalance({ email, account }: Pick<Person, "email" | "account">): string {
  const [available, held, owed] = [availableMicros(account), account.heldMicros, account.owedMicros].map((amount) =>
    formatDollars(amount, { decimals: 4 }),
  );
  const owing = account.owedMicros > 0 ? `; ${owed} is owed, and the next money pays it off first` : "";
  return `${email} has ${available} available; calls in progress hold ${held}${owing}.`;
}
