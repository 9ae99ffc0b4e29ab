import { accountIdSchema, type AccountId } from "#shared/ids.ts";
import type { Caller } from "./people/caller.ts";
import type { Operator } from "./people/operator.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

export interface Cast {
  accounts: readonly AccountId[];
  operator: Operator;
  caller: Caller;
  forge: () => void;
  swapDeck: () => void;
}

const hourMs = 3_600_000;

/** How long things go wrong. */
export const troubledMs = hourMs;

export function drawAccounts({ random, conditions }: World): AccountId[] {
  return Array.from({ length: conditions.accounts }, () => drawAccountId(random));
}

/** Lays out what people will do, and when: money in and out, calls, new limits, new prices, forgeries. */
export function tellStory(world: World, { accounts, operator, caller, forge, swapDeck }: Cast): void {
  const { timeline, random, conditions, count } = world;
  const some = (atMost: number) => Array.from({ length: random.between(0, atMost) });
  const whenever = () => random.between(0, troubledMs * 0.7);

  for (const accountId of accounts) {
    operator.topUp(accountId, drawAmount(random));
    for (const _ of some(2)) timeline.after(whenever(), "money comes in", () => operator.topUp(accountId, drawAmount(random)));
    for (const _ of some(1)) timeline.after(whenever(), "money goes out", () => operator.takeBack(accountId, drawAmount(random)));
    for (const _ of some(1)) timeline.after(whenever(), "limits", () => operator.changeLimits(accountId));
  }
  for (let call = 0; call < conditions.calls; call += 1) {
    const accountId = random.pick(accounts);
    const atMs = whenever();
    timeline.after(atMs, `${accountId} wants to call`, () => caller.placeCall(accountId));
    if (!random.chance(0.3)) continue;
    count("two calls of an account at once");
    timeline.after(atMs + random.between(0, 1_000), `${accountId} wants to call, too`, () => caller.placeCall(accountId));
  }
  for (const _ of some(2)) timeline.after(whenever(), "somebody forges", forge);
  if (random.chance(0.3)) timeline.after(whenever(), "new prices", swapDeck);
}

function drawAmount(random: Random): number {
  return random.between(100_000, random.pick([500_000, 1_500_000, 4_000_000, random.chance(0.1) ? 30_000_000 : 2_000_000]));
}

function drawAccountId(random: Random): AccountId {
  const digits = Array.from({ length: 26 }, () => random.between(0, 9)).join("");
  return accountIdSchema.parse(`acct_${digits}`);
}
