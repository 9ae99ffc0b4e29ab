import type { CallId } from "#shared/ids.ts";
import { addMicros, multiplyMicros, type Micros, zeroMicros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import { centASecond, newAccountId, newCall, startMs } from "../../store/contract/fixture.ts";
import type { Store } from "../../store/store.ts";
import { postTopUp } from "../../wallet/top-up.ts";

/** How many ask at once, and how many of them the money is there for. */
export const asking = 200;
export const affordable = 10;

const timeLimitSeconds = 58;
const holdMicros = priceCall(centASecond, timeLimitSeconds + 2);

/** Calls by what came of them: "granted", or why not. */
export type Outcomes = Record<string, CallId[]>;

/** Asks for the hold of each of these calls, all at the same time. */
export type AuthoriseAll = (callIds: readonly CallId[]) => Promise<Outcomes>;

export interface Round {
  /** How many calls came to what. */
  counts: Record<string, number>;
  /** What is in the wallet now, and what it should hold when every grant so far is held once. */
  postedMicros: Micros;
  heldMicros: Micros;
  grantedMicros: Micros;
}

/**
 * A wallet of which many calls want more than there is. Each round puts money for a few of them in and has all that still wait ask
 * at once, shared among lanes.
 */
export async function openScarceWallet(store: Store, lanes: readonly AuthoriseAll[]): Promise<() => Promise<Round>> {
  const accountId = newAccountId();
  await store.openAccount({ id: accountId, nowMs: startMs, maxConcurrentCalls: 1_000_000 });
  let waiting: CallId[] = [];
  let rounds = 0;
  let grantedMicros = zeroMicros;

  async function fill(): Promise<void> {
    const newcomers = Array.from({ length: asking - waiting.length }, () => store.createCall(newCall(accountId)));
    waiting = [...waiting, ...(await Promise.all(newcomers)).map(({ call }) => call.id)];
    rounds += 1;
    const payment = { reference: `round ${rounds}`, actor: "test", reason: "test", nowMs: startMs };
    await postTopUp(store, { accountId, amountMicros: multiplyMicros(holdMicros, affordable), ...payment });
  }

  return async () => {
    await fill();
    const shares = lanes.map((_, lane) => waiting.filter((_, index) => index % lanes.length === lane));
    const outcomes = addOutcomes(await Promise.all(lanes.map((authoriseAll, lane) => authoriseAll(shares[lane] ?? []))));
    const granted = new Set(outcomes.granted);
    waiting = waiting.filter((callId) => !granted.has(callId));
    grantedMicros = addMicros(grantedMicros, multiplyMicros(holdMicros, granted.size));
    const account = await store.findAccount(accountId);
    if (!account) throw new Error("The wallet is gone.");
    const counts = Object.fromEntries(Object.entries(outcomes).map(([word, callIds]) => [word, callIds.length]));
    return { counts, postedMicros: account.postedMicros, heldMicros: account.heldMicros, grantedMicros };
  };
}

/** All at once by one store. */
export function authoriseBy(store: Pick<Store, "authoriseCall">): AuthoriseAll {
  return async (callIds) => addOutcomes(await Promise.all(callIds.map((callId) => authorise(store, callId))));
}

async function authorise(store: Pick<Store, "authoriseCall">, callId: CallId): Promise<Outcomes> {
  const parentSid = `CA${crypto.randomUUID().replaceAll("-", "")}`;
  const outcome = await store.authoriseCall({ callId, parentSid, maxTimeLimitSeconds: timeLimitSeconds, nowMs: startMs });
  return { [outcome.ok ? "granted" : outcome.error]: [callId] };
}

function addOutcomes(all: readonly Outcomes[]): Outcomes {
  const sum: Outcomes = {};
  for (const [word, callIds] of all.flatMap((outcomes) => Object.entries(outcomes)))
    sum[word] = [...(sum[word] ?? []), ...callIds];
  return sum;
}
