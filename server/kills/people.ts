import { accountIdSchema, callIdSchema, type AccountId } from "#shared/ids.ts";
import { micros } from "#shared/money.ts";
import { parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import { ulid } from "ulid";
import { connectDeadlineMs } from "../ledger/check-times.ts";
import type { RateSnapshot, Store } from "../store/store.ts";
import { postTopUp } from "../wallet/top-up.ts";
import type { AskedCall } from "./acknowledgement.ts";
import { callerId, destination } from "./model-carrier.ts";

export type PeopleStore = Pick<Store, "openAccount" | "postTransfer" | "createCall">;

/** Enough for a handful of calls at once and no more, so that they also compete for money. */
const [topUpMicros, mostPerCallMicros] = [micros(2_000_000), micros(300_000)];

const rate: RateSnapshot = {
  deckId: "kills",
  destinationPrefix: "1415",
  perMinuteMicros: micros(18_000),
  incrementSeconds: 6,
  minimumSeconds: 30,
  connectMicros: micros(5_000),
};

/** Opens wallets with a little money in each. */
export async function openWallets(store: PeopleStore, count: number): Promise<AccountId[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const accountId = accountIdSchema.parse(`acct_${ulid()}`);
      await store.openAccount({ id: accountId, nowMs: Date.now(), maxConcurrentCalls: 20, maxPerCallMicros: mostPerCallMicros });
      await topUp(store, accountId);
      return accountId;
    }),
  );
}

/** Puts money into a wallet again. */
export async function topUp(store: PeopleStore, accountId: AccountId): Promise<void> {
  const payment = { reference: ulid(), actor: "kills", reason: "kills", nowMs: Date.now() };
  await postTopUp(store, { accountId, amountMicros: topUpMicros, ...payment });
}

/** Asks for a call, as a person does before their browser connects. */
export async function askForCall(store: PeopleStore, accountId: AccountId): Promise<AskedCall> {
  const nowMs = Date.now();
  const { call } = await store.createCall({
    id: callIdSchema.parse(`call_${ulid()}`),
    accountId,
    clientKey: ulid(),
    toNumber: e164(destination),
    fromNumber: e164(callerId),
    callerIdType: "verified",
    countryCode: "US",
    contactId: null,
    rate,
    createdMs: nowMs,
    checkAfterMs: connectDeadlineMs(nowMs),
  });
  return { callId: call.id, accountId };
}

function e164(text: string): E164 {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text} is not a number.`);
  return parsed.value.e164;
}
