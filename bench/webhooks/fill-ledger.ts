import { accountIdSchema, callIdSchema, type AccountId } from "#shared/ids.ts";
import { micros } from "#shared/money.ts";
import { parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import { priceCall } from "#shared/price-call.ts";
import { ulid } from "ulid";
import { longestCallSeconds } from "../../server/ledger/authorise.ts";
import type { RateSnapshot, Store } from "../../server/store/store.ts";
import { postTopUp } from "../../server/wallet/top-up.ts";
import { legsOf, talkSecondsOf } from "./call-webhooks.ts";

export type LedgerStore = Pick<Store, "openAccount" | "postTransfer" | "createCall" | "authoriseCall" | "listCompletedCalls">;

const callsPerAccount = 50;
const askedAtOnce = 64;

const rate: RateSnapshot = {
  deckId: "bench",
  destinationPrefix: "1",
  perMinuteMicros: micros(14_000),
  incrementSeconds: 1,
  minimumSeconds: 0,
  connectMicros: micros(0),
};

/** Puts that many calls into the ledger, each with its hold placed and its other side about to be rung. */
export async function fillLedger(store: LedgerStore, calls: number): Promise<void> {
  for (let first = 0; first < calls; first += callsPerAccount) {
    const accountId = await openAccount(store);
    const numbers = Array.from({ length: Math.min(callsPerAccount, calls - first) }, (_, index) => first + index);
    for (let done = 0; done < numbers.length; done += askedAtOnce)
      await Promise.all(numbers.slice(done, done + askedAtOnce).map((callNumber) => placeCall(store, accountId, callNumber)));
  }
}

/** What is wrong with the ledger after every webhook of these calls was answered; empty when each was charged what it talked. */
export async function findUncharged(store: LedgerStore, calls: number): Promise<string[]> {
  const wrong: string[] = [];
  const talkSeconds = new Map(Array.from({ length: calls }, (_, call) => [legsOf(call).childSid, talkSecondsOf(call)]));
  let cursor: string | undefined;
  do {
    const page = await store.listCompletedCalls({ sinceMs: 0, limit: 500, ...(cursor !== undefined && { cursor }) });
    for (const call of page.items) {
      const seconds = talkSeconds.get(call.childSid ?? "") ?? 0;
      if (call.chargedMicros !== priceCall(rate, seconds)) wrong.push(`${call.id} was charged ${call.chargedMicros}`);
      talkSeconds.delete(call.childSid ?? "");
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return [...wrong, ...[...talkSeconds.keys()].map((childSid) => `${childSid} was not completed`)];
}

async function openAccount(store: LedgerStore): Promise<AccountId> {
  const accountId = accountIdSchema.parse(`acct_${ulid()}`);
  await store.openAccount({ id: accountId, nowMs: Date.now(), maxConcurrentCalls: callsPerAccount });
  await payIn(store, accountId);
  return accountId;
}

/** Money enough for every call of an account. */
export async function payIn(store: Pick<Store, "postTransfer">, accountId: AccountId): Promise<void> {
  const payment = { reference: "first", actor: "bench", reason: "bench", nowMs: Date.now() };
  await postTopUp(store, { accountId, amountMicros: micros(1_000_000_000), ...payment });
}

/** The n-th call of a run, with its hold placed. */
export async function placeCall(
  store: Pick<Store, "createCall" | "authoriseCall">,
  accountId: AccountId,
  callNumber: number,
): Promise<void> {
  const nowMs = Date.now();
  const { call } = await store.createCall({
    id: callIdSchema.parse(`call_${ulid()}`),
    accountId,
    clientKey: `bench-${callNumber}`,
    toNumber: e164("+14155552671"),
    fromNumber: e164("+12125550123"),
    callerIdType: "verified",
    countryCode: "US",
    contactId: null,
    rate,
    createdMs: nowMs,
    checkAfterMs: nowMs + 600_000,
  });
  const { parentSid } = legsOf(callNumber);
  const held = await store.authoriseCall({ callId: call.id, parentSid, maxTimeLimitSeconds: longestCallSeconds, nowMs });
  if (!held.ok) throw new Error(`Call ${callNumber} was not authorised: ${held.error}`);
}

function e164(text: string): E164 {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text} is not a number.`);
  return parsed.value.e164;
}
