import { err, ok } from "#shared/result.ts";
import { createMembers } from "../accounts/members.ts";
import { defineCommand } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { tellPassword } from "./tell-password.ts";

export const newPassword = defineCommand({
  name: "new-password",
  usage: "EMAIL",
  summary: "Replaces a password that was forgotten or got about. Whoever is signed in with the old one is signed out.",
  options: {},
  async run(operator, [email]) {
    if (!email) return err("Say whose: new-password EMAIL.");
    const person = await findPerson(operator, email);
    if (!person.ok) return person;
    // A demo account has no password that could be replaced.
    if (person.value.isDemo) return err(`${email} is a demo account. Nobody signs in to it with a password.`);
    return ok(`${email} is signed out. ${tellPassword(await createMembers(operator).renewPassword(person.value.userId))}`);
  },
});
