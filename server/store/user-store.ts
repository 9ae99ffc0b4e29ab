import type { AccountId } from "#shared/ids.ts";
import type { SignedIn } from "../http/context.ts";

/** People, as far as anything but the sign-in library asks for them. */
export interface UserStore {
  /** Whoever signs in with an e-mail address, however its letters are cased. */
  findUserByEmail(email: string): Promise<SignedIn | undefined>;
  findUserByAccount(accountId: AccountId): Promise<SignedIn | undefined>;
  /** Everybody who has an account, in the order in which they came. Demo accounts are left out. */
  listUsers(): Promise<SignedIn[]>;
  /** Whether the server has its owner. Demo accounts do not count: trying the sandbox takes no server from its owner. */
  hasOwner(): Promise<boolean>;
}
