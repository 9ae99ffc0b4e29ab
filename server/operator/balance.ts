import { err, ok } from "#shared/result.ts";
import { defineCommand } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { tellBalance } from "./tell-balance.ts";

export const balance = defineCommand({
  name: "balance",
  usage: "EMAIL",
  summary: "What a person has, and what calls hold of it.",
  options: {},
  async run(operator, [email]) {
    if (!email) return err("Say whose: balance EMAIL.");
    const person = await findPerson(operator, email);
    return person.ok ? ok(tellBalance(person.value)) : person;
  },
});
