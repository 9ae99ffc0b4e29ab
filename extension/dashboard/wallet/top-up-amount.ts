import { i18n } from "#i18n";
import { largestTopUpMicros, smallestTopUpMicros, topUpSchema } from "#shared/api/wallet.ts";
import { micros, type Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { formatMoney } from "../../ui/format-money.ts";
import { readDollars } from "../../ui/read-dollars.ts";

/** The amounts that are one press away. */
export const usualTopUps = [micros(10_000_000), micros(25_000_000), micros(50_000_000)] as const;

/** An amount as it was chosen: one of the usual ones, or whatever was typed. */
export type AmountChoice = { kind: "usual"; amountMicros: Micros } | { kind: "other"; text: string };

const amountSchema = topUpSchema.shape.amountMicros;

/** The amount to pay in, or what is wrong with it, by the server's own rules. */
export function readTopUpAmount(choice: AmountChoice): Result<Micros, string> {
  const typed = choice.kind === "usual" ? choice.amountMicros : readDollars(choice.text);
  if (typed === undefined) return err(i18n.t("wallet.topUp.typeAmount"));
  if (amountSchema.safeParse(typed).success) return ok(typed);
  return err(whyNot(typed));
}

function whyNot(amount: Micros): string {
  if (amount < smallestTopUpMicros) return i18n.t("wallet.topUp.least", { amount: formatMoney(micros(smallestTopUpMicros)) });
  if (amount > largestTopUpMicros) return i18n.t("wallet.topUp.most", { amount: formatMoney(micros(largestTopUpMicros)) });
  return i18n.t("wallet.topUp.wholeCents");
}
