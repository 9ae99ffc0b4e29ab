import { topUpSchema } from "#shared/api/wallet.ts";
import { micros, type Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { readDollars } from "../../ui/read-dollars.ts";

/** The amounts that are one press away. */
export const usualTopUps = [micros(10_000_000), micros(25_000_000), micros(50_000_000)] as const;

/** An amount as it was chosen: one of the usual ones, or whatever was typed. */
export type AmountChoice = { kind: "usual"; amountMicros: Micros } | { kind: "other"; text: string };

const amountSchema = topUpSchema.shape.amountMicros;

/** The amount to pay in, or what is wrong with it, by the server's own rules. */
export function readTopUpAmount(choice: AmountChoice): Result<Micros, string> {
  const typed = choice.kind === "usual" ? choice.amountMicros : readDollars(choice.text);
  if (typed === undefined) return err("Type dollars and cents, such as 15 or 12.50.");
  const read = amountSchema.safeParse(typed);
  return read.success ? ok(read.data) : err(read.error.issues[0]?.message ?? "This amount cannot be paid in.");
}
