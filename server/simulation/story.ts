import { accountIdSchema, type AccountId } from "#shared/ids.ts";
import type { PlaceCall } from "./people/caller.ts";
import type { Operator } from "./people/operator.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

export interface Cast {
  accounts: readonly AccountId[];
  operator: Operator;
  placeCall: PlaceCall;
  forge: (delayMs: number) => void;
  swapDeck: () => void;
}

const hourMs = 3_600_000;

/** How long things go wrong. */
export const troubledMs = hourMs;

export function drawAccounts({ random, conditions }: World): AccountId[] {
  return Array.from({ length: conditions.accounts }, () => drawAccountId(random));
}

/** Lays out what people will do, and when: money in and out, calls, new limits, new prices, forgeries. */
export function tellStory(world: World, { accounts, operator, placeCall, forge, swapDeck }: Cast): void {
  const { timeline, random, conditions, count } = world;
  const some = (atMost: number) => Array.from({ length: random.between(0, atMost) });
  const whenever = () => random.between(0, troubledMs * 0.7);

  for (const accountId of accounts) {
    operator.topUp(accountId, { amountMicros: drawAmount(random), delayMs: random.between(0, 500) });
    for (const _ of some(2)) operator.topUp(accountId, { amountMicros: drawAmount(random), delayMs: whenever() });
    for (const _ of some(1)) operator.takeBack(accountId, { amountMicros: drawAmount(random), delayMs: whenever() });
    for (const _ of some(1)) operator.changeLimits(accountId, whenever());
  }
  for (let call = 0; call < conditions.calls; call += 1) {
    const accountId = random.pick(accounts);
    const delayMs = whenever();
    const connectAfterMs = random.between(50, 3_000);
    placeCall({ accountId, delayMs, connectAfterMs });
    if (!random.chance(0.3)) continue;
    count("calls of an account at once");
    const apartMs = random.pick([0, 1_000]);
    for (let others = random.between(1, 3); others > 0; others -= 1) {
      placeCall({ accountId, delayMs: delayMs + random.between(0, apartMs), connectAfterMs });
    }
  }
  for (const _ of some(2)) forge(whenever());
  if (random.chance(0.3)) timeline.after(whenever(), "new prices", swapDeck);
}

function drawAmount(random: Random): number {
  return random.between(100_000, random.pick([800_000, 3_000_000, 6_000_000, random.chance(0.1) ? 30_000_000 : 4_000_000]));
}

function drawAccountId(random: Random): AccountId {
  const digits = Array.from({ length: 26 }, () => random.between(0, 9)).join("");
  return accountIdSchema.parse(`acct_${digits}`);
}
