import { formatDollars } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { defineCommand } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { readAmount } from "./read-amount.ts";
import { tellBalance } from "./tell-balance.ts";

export const takeBack = defineCommand({
  name: "take-back",
  usage: "EMAIL DOLLARS --reason TEXT --reference TEXT",
  summary:
    "Takes money out of a person's wallet, such as a credit given by mistake. What is not there any more is owed. The same reference is only ever taken back once.",
  options: { reason: { type: "string" }, reference: { type: "string" } },
  async run(operator, [email, dollars], { reason, reference }) {
    if (!email || !dollars || !reason || !reference)
      return err("Say from whom, how much, why, and for what: take-back EMAIL DOLLARS --reason TEXT --reference TEXT.");
    const amount = readAmount(dollars);
    if (!amount.ok) return amount;
    const person = await findPerson(operator, email);
    if (!person.ok) return person;
    const { accountId } = person.value;
    const taken = await operator.store.takeBack({
      accountId,
      amountMicros: amount.value,
      // References are the operator's own words for each person, and must not meet those of another or of the bank.
      reference: `operator:${accountId}:${reference}`,
      actor: "operator",
      reason,
      nowMs: operator.clock(),
    });
    if (!taken.ok) return err(`${email} has no wallet. Let them sign in once.`);
    const after = await findPerson(operator, email);
    if (!after.ok) return after;
    const done = taken.value.posted
      ? `Took back ${formatDollars(amount.value)}.`
      : "This reference was taken back before; nothing was changed.";
    return ok(`${done} ${tellBalance(after.value)}`);
  },
});
