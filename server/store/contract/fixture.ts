import { accountIdSchema, callIdSchema, type AccountId } from "#shared/ids.ts";
import { micros, type Micros } from "#shared/money.ts";
import { parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import { ulid } from "ulid";
import type { Clock } from "../../clock.ts";
import type { AccountSettings, CallRow, CarrierFact, NewCall, RateSnapshot, WebhookEvent } from "../store.ts";
import { systemAccounts } from "../system-accounts.ts";
import type { WholeStore } from "../whole-store.ts";

/** Opens a store of the adapter under test. It may hold what other tests have left: a test counts only what is its own. */
export type OpenStore = (options: { clock: Clock }) => Promise<WholeStore>;

/** What the suite needs of an adapter. */
export interface Adapter {
  open: OpenStore;
  /** What is kept for audit of a leg, in the order it came. The port does not tell. */
  readEvents: (store: WholeStore, childSid: string) => Promise<WebhookEvent[]>;
}

export const startMs = Date.UTC(2026, 0, 5, 9);

/** One cent a second, in increments of a second: the arithmetic of a test can be done in the head. */
export const centASecond: RateSnapshot = {
  deckId: "test",
  destinationPrefix: "1",
  perMinuteMicros: micros(600_000),
  incrementSeconds: 1,
  minimumSeconds: 0,
  connectMicros: micros(0),
};

export const cents = (count: number): Micros => micros(count * 10_000);

export function number(text: string): E164 {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text} is not a number: ${parsed.error}`);
  return parsed.value.e164;
}

export function newAccountId(): AccountId {
  return accountIdSchema.parse(`acct_${ulid()}`);
}

/** A call SID that no other call has. */
export function newCallSid(): string {
  return `CA${crypto.randomUUID().replaceAll("-", "")}`;
}

const dayMs = 24 * 60 * 60 * 1000;

let earliestMs = startMs;
/** A time before that of every test so far: of all that tests leave in one database, nothing is due by then. */
export function earlierMs(): number {
  earliestMs -= dayMs;
  return earliestMs;
}

let latestMs = startMs + 365 * dayMs;
/** A time after that of every test so far, after which one database that serves them all has nothing else. */
export function laterMs(): number {
  latestMs += dayMs;
  return latestMs;
}

export function newCall(accountId: AccountId, overrides: Partial<NewCall> = {}): NewCall {
  return {
    id: callIdSchema.parse(`call_${ulid()}`),
    accountId,
    clientKey: crypto.randomUUID(),
    toNumber: number("+14155552671"),
    fromNumber: number("+12125550123"),
    callerIdType: "verified",
    countryCode: "US",
    contactId: null,
    rate: centASecond,
    createdMs: startMs,
    checkAfterMs: startMs + 65_000,
    ...overrides,
  };
}

export function completed(durationSeconds: number, overrides: Partial<CarrierFact> = {}): CarrierFact {
  return { status: "completed", durationSeconds, atMs: startMs + 60_000, childSid: undefined, isFinal: false, ...overrides };
}

export function progress(status: CarrierFact["status"], overrides: Partial<CarrierFact> = {}): CarrierFact {
  return { status, durationSeconds: undefined, atMs: startMs + 5_000, childSid: undefined, isFinal: false, ...overrides };
}

/** A store with one wallet in it, and what tests do with them again and again. */
export async function setUp(
  open: OpenStore,
  { balance = cents(1_000), atMs = startMs, ...settings }: { balance?: Micros; atMs?: number } & Partial<AccountSettings> = {},
) {
  let nowMs = atMs;
  const store = await open({ clock: () => nowMs });
  const accountId = newAccountId();
  const topUp = (amountMicros: Micros, id = `topup:${ulid()}`) =>
    store.postTransfer({
      id,
      kind: "topup",
      debitAccount: systemAccounts.payments,
      creditAccount: accountId,
      amountMicros,
      callId: null,
      actor: "test",
      reason: "test",
      createdMs: nowMs,
    });
  await store.openAccount({ id: accountId, nowMs, ...settings });
  if (balance > 0) await topUp(balance);

  const createCall = async (overrides: Partial<NewCall> = {}) =>
    (await store.createCall(newCall(accountId, { createdMs: nowMs, checkAfterMs: nowMs + 65_000, ...overrides }))).call;
  const authorise = (call: CallRow, { parentSid = newCallSid(), maxTimeLimitSeconds = 98 } = {}) =>
    store.authoriseCall({ callId: call.id, parentSid, maxTimeLimitSeconds, nowMs });

  return {
    store,
    accountId,
    topUp,
    createCall,
    authorise,
    setClock: (ms: number) => {
      nowMs = ms;
    },
    account: async () => {
      const account = await store.findAccount(accountId);
      if (!account) throw new Error("The wallet is gone.");
      return account;
    },
    /** A call that the carrier is dialling, with 100 cents held. */
    connectedCall: async (overrides: Partial<NewCall> = {}) => {
      const authorised = await authorise(await createCall(overrides));
      if (!authorised.ok) throw new Error(`Not authorised: ${authorised.error}`);
      return authorised.value;
    },
    /** Everything that ever moved for a call. */
    transfersOf: async (call: CallRow) => {
      const { items } = await store.listTransfers(accountId, { limit: 1_000 });
      return items.filter((transfer) => transfer.callId === call.id);
    },
  };
}
