import { err, ok, type Result } from "#shared/result.ts";
import type { SignedIn } from "../http/context.ts";
import type { Account } from "../store/store.ts";
import type { Operator } from "./operator.ts";

export interface Person extends SignedIn {
  account: Account;
}

/** Whoever signs in with an e-mail address, with their wallet. */
export async function findPerson({ store }: Pick<Operator, "store">, email: string): Promise<Result<Person, string>> {
  const user = await store.findUserByEmail(email);
  const account = user && (await store.findAccount(user.accountId));
  return user && account ? ok({ ...user, account }) : err(`Nobody signs in as ${email}.`);
}
