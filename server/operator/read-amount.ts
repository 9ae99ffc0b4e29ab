import { parseDollars, type Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";

/** An amount above zero, as an operator writes it. */
export function readAmount(text: string): Result<Micros, string> {
  const amount = parseDollars(text);
  return amount !== undefined && amount > 0 ? ok(amount) : err(`${text} is no amount. Write dollars such as 25.00.`);
}
