import { formatDollars } from "#shared/money.ts";
import { ok } from "#shared/result.ts";
import { alignColumns } from "./align-columns.ts";
import { defineCommand } from "./command.ts";

export const people = defineCommand({
  name: "people",
  usage: "",
  summary: "Who has an account, and what is in their wallets. Demo accounts are left out.",
  options: {},
  async run({ store }) {
    const everybody = await store.listUsers();
    if (everybody.length === 0) return ok("Nobody has an account yet. The first who signs up in the extension is the owner.");
    const rows = await Promise.all(
      everybody.map(async ({ email, name, role, accountId }) => {
        const account = await store.findAccount(accountId);
        return [email, name, role, account ? formatDollars(account.postedMicros) : "no wallet"];
      }),
    );
    return ok(alignColumns([["e-mail", "name", "role", "balance"], ...rows], { right: [3] }));
  },
});
