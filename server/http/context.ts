import type { AccountId } from "#shared/ids.ts";

/** Who is asking: set by requireAccount from a session, never from the query. */
export interface SignedIn {
  userId: string;
  accountId: AccountId;
  email: string;
  name: string;
  role: "owner" | "member";
  isDemo: boolean;
}

/** The variables Hono carries with a request. */
export interface AppEnv {
  Variables: { requestId: string; signedIn: SignedIn };
}
