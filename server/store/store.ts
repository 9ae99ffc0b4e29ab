import type { CallerIdType } from "#shared/api/caller-ids.ts";
import type { CallReason } from "#shared/api/calls.ts";
import type { CarrierStatus } from "#shared/call-status.ts";
import type { AccountId, CallId, ContactId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { Rate } from "#shared/price-call.ts";
import type { Result } from "#shared/result.ts";
import type { NotAdmitted } from "../ledger/admit-call.ts";
import type { CarrierFact } from "../ledger/carrier-fact.ts";
import type { CallFilter } from "./call-filter.ts";

export type { CarrierFact };

/** What a wallet may be used for, as its operator set it. */
interface AccountLimits {
  maxConcurrentCalls: number;
  maxPerMinuteMicros: Micros;
  /** What one call may cost at most; null: as much as there is. */
  maxPerCallMicros: Micros | null;
  /** What calls may cost in one day of UTC, holds included; null: as much as there is. */
  maxPerDayMicros: Micros | null;
  /** The countries that may be called; null: all of them. A number of no country is then called only when this is null. */
  countries: readonly CountryCode[] | null;
}

/** What can be set on a wallet. */
export interface AccountSettings extends AccountLimits {
  /** The person is told when less than this is posted; 0 tells never. */
  lowBalanceMicros: Micros;
}

/** A person's wallet. `availableMicros` is postedMicros - heldMicros and is not stored. */
export interface Account extends AccountSettings {
  id: AccountId;
  postedMicros: Micros;
  heldMicros: Micros;
  /** Paid back by the bank, or taken back, after it was spent. The next money that comes in pays it off first. */
  owedMicros: Micros;
  /** Grows with every change a client could see; the SSE id, and part of the profile's ETag. */
  rev: number;
}

/** The price of a call, copied from the deck when it was asked for: a new deck never re-rates history. */
export interface RateSnapshot extends Rate {
  deckId: string;
  destinationPrefix: string;
}

export interface CallRow {
  id: CallId;
  accountId: AccountId;
  clientKey: string;
  parentSid: string | null;
  childSid: string | null;
  toNumber: E164;
  fromNumber: E164;
  callerIdType: CallerIdType;
  countryCode: CountryCode | null;
  contactId: ContactId | null;
  /** The contact's name as it is now, read by a join. */
  contactName: string | null;
  status: CarrierStatus;
  reason: CallReason | null;
  durationSeconds: number;
  createdMs: number;
  answeredMs: number | null;
  endedMs: number | null;
  rate: RateSnapshot;
  holdMicros: Micros;
  holdOpen: boolean;
  timeLimitSeconds: number | null;
  chargedMicros: Micros;
  /** Talk beyond what the wallet could pay; 0 unless the carrier overran its limit. */
  unrecoveredMicros: Micros;
  /** What the carrier charges us for all legs of the call, for the margin; null until it says. */
  carrierPriceMicros: Micros | null;
  final: boolean;
  /** When to ask the carrier about this call; null once final. */
  checkAfterMs: number | null;
  /** When to ask the carrier what it charges; null before the call is final, and when the price is known or will not come. */
  priceAfterMs: number | null;
  /** What the person wrote down about the call. Nothing decides by it. */
  note: string | null;
}

export interface NewCall {
  id: CallId;
  accountId: AccountId;
  clientKey: string;
  toNumber: E164;
  fromNumber: E164;
  callerIdType: CallerIdType;
  countryCode: CountryCode | null;
  contactId: ContactId | null;
  rate: RateSnapshot;
  createdMs: number;
  checkAfterMs: number;
}

export interface Transfer {
  /** Deterministic, so that posting it twice posts it once. */
  id: string;
  kind: "topup" | "settle" | "refund" | "credit" | "adjust";
  /** Where the money leaves: a wallet, or one of `systemAccounts`. */
  debitAccount: string;
  creditAccount: string;
  amountMicros: Micros;
  callId: CallId | null;
  actor: string;
  reason: string;
  createdMs: number;
}

/** A transfer as its wallet sees it. */
export interface PostedTransfer extends Transfer {
  /** What was posted in the wallet after this transfer: the sum of it and of all before it. */
  balanceAfterMicros: Micros;
  /** Whom the call it settles or refunds was to, and the contact's name as it is now. */
  toNumber: E164 | null;
  contactName: string | null;
}

/** Money that the bank or the operator takes back out of a wallet. */
export interface TakeBack {
  accountId: AccountId;
  amountMicros: Micros;
  /** What makes it this one, such as the dispute's id: the same reference is taken back once. */
  reference: string;
  actor: string;
  reason: string;
  nowMs: number;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** What a webhook was, kept for audit only. Nothing reads it to decide anything. */
export interface WebhookEvent {
  childSid: string;
  sequence: number;
  status: string;
  receivedMs: number;
}

export interface Authorisation {
  callId: CallId;
  parentSid: string;
  /** Caps the time limit; Twilio's own maximum is 4 h. */
  maxTimeLimitSeconds: number;
  nowMs: number;
}

/** `already_connected`: the call has another parent leg. It is alive and must not be ended because of this request. */
export type AuthorisationRefused = "call_not_found" | "call_ended" | "already_connected" | NotAdmitted;

/** A request that a client may send again under the same key. */
export interface KeyedRequest {
  accountId: AccountId;
  key: string;
  /** A digest of what was asked, to tell a repetition from another request under the same key. */
  requestHash: string;
}

/** An answer kept to be given again, word for word. */
export interface KeptAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** `begun`: answer it, then keep the answer or let the key go. */
export type Begun = { kind: "begun" } | { kind: "in_flight" } | { kind: "mismatch" } | { kind: "answered"; answer: KeptAnswer };

/** How long a call is kept from other processes that ask for work, and how many are wanted. */
export interface Claim {
  limit: number;
  leaseMs: number;
}

/**
 * The database as Ringback sees it. Each method is one transaction owned by its adapter, and what it gives has been
 * committed. Methods that change what a client could see raise the account's `rev` and name the account in `changed`.
 */
export interface Store {
  /** Makes a wallet with nothing in it, with the usual limits where none are given. Making it again changes nothing. */
  openAccount(account: { id: AccountId; nowMs: number } & Partial<AccountSettings>): Promise<void>;
  findAccount(id: AccountId): Promise<Account | undefined>;
  /** Sets what is given and leaves the rest. `undefined` for an unknown wallet. */
  updateAccount(id: AccountId, settings: Partial<AccountSettings>): Promise<Account | undefined>;
  /** What calls cost since then: settlements less refunds, in transfers made at or after `sinceMs`. */
  readSpent(accountId: AccountId, sinceMs: number): Promise<Micros>;
  /**
   * Posts a transfer between accounts by its deterministic id; `false` when it was there already. What a top-up or a credit brings
   * into a wallet that owes pays that off in the same transaction.
   */
  postTransfer(transfer: Transfer): Promise<Result<{ posted: boolean }, "insufficient_balance" | "account_not_found">>;
  /** Takes what is available out of the wallet and books the rest as owed: the wallet never falls below zero. */
  takeBack(takeBack: TakeBack): Promise<Result<{ posted: boolean }, "account_not_found">>;
  findTransfer(id: string): Promise<Transfer | undefined>;
  /** Newest first. */
  listTransfers(accountId: AccountId, page: { cursor?: string; limit: number }): Promise<Page<PostedTransfer>>;

  /** Makes the call row, or gives the one that `clientKey` made before. */
  createCall(call: NewCall): Promise<{ call: CallRow; created: boolean }>;
  findCall(id: CallId): Promise<CallRow | undefined>;
  findCallByClientKey(accountId: AccountId, clientKey: string): Promise<CallRow | undefined>;
  findCallByParentSid(parentSid: string): Promise<CallRow | undefined>;
  /** Writes down what the person says of a call, at any time of it; null takes it away. `undefined` for a call that is not the account's. */
  setCallNote(call: { accountId: AccountId; callId: CallId; note: string | null }): Promise<CallRow | undefined>;
  /** Newest first; those that the filter lets through. */
  listCalls(
    accountId: AccountId,
    page: { cursor?: string; limit: number; answeredAndEndedOnly?: boolean; filter?: CallFilter },
  ): Promise<Page<CallRow>>;
  /** Calls that have not ended, and those that ended at or after `endedSinceMs`, newest first. */
  listRecentCalls(accountId: AccountId, endedSinceMs: number): Promise<CallRow[]>;
  /** Completed calls of all accounts made at or after `sinceMs`, newest first: for the operator's margin. */
  listCompletedCalls(page: { sinceMs: number; cursor?: string; limit: number }): Promise<Page<CallRow>>;
  /** How many calls have each status, of all accounts' calls of which the carrier has not said its last word. */
  countOpenCalls(): Promise<Partial<Record<CarrierStatus, number>>>;
  /**
   * Calls the carrier must be asked about, longest due first, each put off by the lease: nobody else is given it meanwhile, and if
   * this process dies it comes up again.
   */
  claimCallsToCheck(nowMs: number, claim: Claim): Promise<CallRow[]>;
  /** Final calls whose price the carrier must be asked for, in the same way. */
  claimCallsToPrice(nowMs: number, claim: Claim): Promise<CallRow[]>;

  /**
   * Places the hold in one guarded UPDATE and joins the call to its parent leg. Asked again for the same parent SID,
   * gives the same answer. Never leaves posted - held below zero, however many ask at once.
   */
  authoriseCall(request: Authorisation): Promise<Result<CallRow, AuthorisationRefused>>;
  /**
   * Ends a call that never reached the carrier's network, with the reason; nothing is charged. A call that has ended, or whose
   * hold is open, is left as it is: the carrier may be dialling it, and only the carrier's word frees a hold.
   */
  refuseCall(refusal: { callId: CallId; reason: CallReason; nowMs: number }): Promise<CallRow | undefined>;
  /**
   * Joins what the carrier said into the call, posting and releasing what follows from it, and writes the event down beside it.
   * `undefined` for an unknown call, of which no event is kept.
   */
  recordFact(
    key: { callId: CallId } | { parentSid: string } | { childSid: string },
    fact: CarrierFact,
    event?: WebhookEvent,
  ): Promise<CallRow | undefined>;
  /** Sets when to ask the carrier next. Changes nothing once the call is final. */
  scheduleCheck(callId: CallId, checkAfterMs: number): Promise<void>;
  /** Keeps what the carrier charges for a final call, and asks no more; without a price, sets when to ask next or gives up. */
  recordCarrierPrice(
    callId: CallId,
    price: { priceMicros: Micros } | { priceMicros: undefined; askAgainMs: number | null },
  ): Promise<void>;

  /** Claims a key for a request. Keys are kept for 24 h; one whose answer never came is free again after a minute. */
  beginRequest(request: KeyedRequest & { nowMs: number }): Promise<Begun>;
  keepAnswer(request: KeyedRequest, answer: KeptAnswer): Promise<void>;
  /** Frees the key of a request that broke, so that it may be asked again. */
  releaseRequest(request: KeyedRequest): Promise<void>;

  /** Called after commit with every account whose snapshot changed. Gives a function that stops it. */
  onAccountChanged(listener: (accountId: AccountId) => void): () => void;
  /**
   * Called when another process has written and it cannot be told what: accounts, or the rate deck. A hint that may come late or
   * without need. Gives a function that stops it.
   */
  onChangedElsewhere(listener: () => void): () => void;
  close(): Promise<void>;
}
