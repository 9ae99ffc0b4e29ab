import type { Limits } from "#shared/api/limits.ts";
import type { Profile } from "#shared/api/profile.ts";
import type { Clock } from "../clock.ts";
import type { SignedIn } from "../http/context.ts";
import type { Account, Store } from "../store/store.ts";
import { balanceOf } from "./balance.ts";
import { toCall } from "./to-call.ts";

export interface ReadProfileDeps {
  store: Pick<Store, "findAccount" | "listRecentCalls">;
  clock: Clock;
}

const recentlyEndedMs = 60_000;

/** The snapshot that the profile route answers and the live stream sends: who is signed in, what is left, what is going on. */
export async function readProfile({ store, clock }: ReadProfileDeps, signedIn: SignedIn): Promise<Profile> {
  const { email, name, role, accountId, isDemo } = signedIn;
  // The wallet is read first. A change in between makes the snapshot newer than its rev, and the rev that follows sends it again.
  const account = await store.findAccount(accountId);
  if (!account) throw new Error(`${accountId} has no wallet.`);
  const recentCalls = await store.listRecentCalls(accountId, clock() - recentlyEndedMs);
  return {
    rev: account.rev,
    user: { email, name, role, accountId, isDemo },
    balance: balanceOf(account),
    limits: limitsOf(account),
    recentCalls: recentCalls.map(toCall),
  };
}

function limitsOf(account: Account): Limits {
  const { maxConcurrentCalls, maxPerMinuteMicros, maxPerCallMicros, maxPerDayMicros, countries } = account;
  return { maxConcurrentCalls, maxPerMinuteMicros, maxPerCallMicros, maxPerDayMicros, countries: countries && [...countries] };
}
