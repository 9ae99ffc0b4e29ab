import { err, ok } from "#shared/result.ts";
import { createMembers, type NotLetIn } from "../accounts/members.ts";
import { defineCommand } from "./command.ts";
import { tellPassword } from "./tell-password.ts";

export const invite = defineCommand({
  name: "invite",
  usage: "EMAIL --name NAME",
  summary: "Makes an account for somebody else, with an empty wallet, and tells the password to hand on.",
  options: { name: { type: "string" } },
  async run(operator, [email], { name }) {
    if (!email || !name) return err("Say whom you invite: invite EMAIL --name NAME.");
    const added = await createMembers(operator).add({ email, name });
    if (!added.ok) return err(whyNot(added.error, email));
    return ok(`${email} can sign in now. ${tellPassword(added.value)}`);
  },
});

function whyNot(reason: NotLetIn, email: string): string {
  switch (reason) {
    case "email_taken":
      return `${email} has an account already. With new-password they get a new password.`;
    case "not_an_address":
      return `${email} is not an e-mail address.`;
  }
}
