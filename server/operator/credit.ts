import { formatDollars } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { ulid } from "ulid";
import { postTopUp } from "../wallet/top-up.ts";
import { defineCommand } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { readAmount } from "./read-amount.ts";
import { tellBalance } from "./tell-balance.ts";

export const credit = defineCommand({
  name: "credit",
  usage: "EMAIL DOLLARS --reason TEXT [--reference TEXT]",
  summary: "Puts money that was paid into a person's wallet. The same reference is only ever credited once.",
  options: { reason: { type: "string" }, reference: { type: "string" } },
  async run(operator, [email, dollars], { reason, reference = ulid() }) {
    if (!email || !dollars || !reason) return err("Say who gets how much and why: credit EMAIL DOLLARS --reason TEXT.");
    const amount = readAmount(dollars);
    if (!amount.ok) return amount;
    const person = await findPerson(operator, email);
    if (!person.ok) return person;
    const { accountId } = person.value;
    const payment = { amountMicros: amount.value, reference, actor: "operator", reason, nowMs: operator.clock() };
    const posted = await postTopUp(operator.store, { accountId, ...payment });
    if (!posted.ok) return err(`${email} has no wallet. Let them sign in once.`);
    const after = await findPerson(operator, email);
    if (!after.ok) return after;
    const done = posted.value.posted
      ? `Credited ${formatDollars(amount.value)}.`
      : "This reference was credited before; nothing was changed.";
    return ok(`${done} ${tellBalance(after.value)}`);
  },
});
