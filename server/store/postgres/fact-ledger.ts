import type { AccountId } from "#shared/ids.ts";
import { addMicros } from "#shared/money.ts";
import type { LedgerAccount } from "../../ledger/decide.ts";
import { noMove, type CallOutcome, type WalletMove } from "../outcome/outcome.ts";
import { settleFact } from "../outcome/settle-fact.ts";
import type { CallRow, Store, Transfer, WebhookEvent } from "../store.ts";

type RecordFact = Parameters<Store["recordFact"]>;

/** What the carrier said, as it was handed to the port. */
export interface AskedFact {
  key: RecordFact[0];
  fact: RecordFact[1];
  event: RecordFact[2];
}

interface WalletChange extends WalletMove {
  id: AccountId;
  /** What to add to the wallet's: one for each change that a client could see. */
  rev: number;
}

/** A fact whose outcome the wallet has not got the money for. It must never be: the outcome takes no more than there is. */
export class Overdrawn extends Error {}

/**
 * Calls and their wallets while many facts are joined into them. Each fact meets what those before it have left, as if every one
 * had been a transaction of its own; what all of them come to is written at once.
 */
export class FactLedger {
  readonly #calls = new Map<CallRow["id"], CallRow>();
  readonly #byParentSid = new Map<string, CallRow["id"]>();
  readonly #byChildSid = new Map<string, CallRow["id"]>();
  readonly #wallets: ReadonlyMap<AccountId, LedgerAccount>;
  readonly #changedCalls = new Set<CallRow["id"]>();
  readonly #walletChanges = new Map<AccountId, WalletChange>();
  readonly #transfers: Transfer[] = [];
  readonly #events: WebhookEvent[] = [];

  constructor(calls: readonly CallRow[], wallets: ReadonlyMap<AccountId, LedgerAccount>) {
    this.#wallets = wallets;
    for (const call of calls) this.#keep(call);
  }

  /** Joins a fact into its call and gives the call as it is then; undefined when it is none of these. */
  settle({ key, fact, event }: AskedFact, nowMs: number): CallRow | undefined {
    const call = this.#find(key);
    if (!call) return undefined;
    if (event) this.#events.push(event);
    const outcome = settleFact({ call, account: this.#balanceOf(call.accountId) }, fact, nowMs);
    if (outcome) this.#apply(outcome);
    return outcome?.call ?? call;
  }

  /** What is to be written. */
  get changes() {
    const calls = [...this.#changedCalls].map((id) => this.#calls.get(id)).filter((call) => call !== undefined);
    return { calls, wallets: [...this.#walletChanges.values()], transfers: this.#transfers, events: this.#events };
  }

  #find(key: AskedFact["key"]): CallRow | undefined {
    const id = "callId" in key ? key.callId : this.#idOfLeg(key);
    return id && this.#calls.get(id);
  }

  #idOfLeg(key: { parentSid: string } | { childSid: string }): CallRow["id"] | undefined {
    return "parentSid" in key ? this.#byParentSid.get(key.parentSid) : this.#byChildSid.get(key.childSid);
  }

  #keep(call: CallRow): void {
    this.#calls.set(call.id, call);
    if (call.parentSid !== null) this.#byParentSid.set(call.parentSid, call.id);
    if (call.childSid !== null) this.#byChildSid.set(call.childSid, call.id);
  }

  #apply({ call, transfer, move }: CallOutcome): void {
    this.#keep(call);
    this.#changedCalls.add(call.id);
    if (transfer) this.#transfers.push(transfer);
    if (move) this.#move(call, move);
  }

  #move({ id: callId, accountId }: CallRow, { postedMicros, heldMicros }: WalletMove): void {
    const change = this.#walletChanges.get(accountId) ?? { id: accountId, ...noMove, rev: 0 };
    this.#walletChanges.set(accountId, {
      id: accountId,
      postedMicros: addMicros(change.postedMicros, postedMicros),
      heldMicros: addMicros(change.heldMicros, heldMicros),
      rev: change.rev + 1,
    });
    const balance = this.#balanceOf(accountId);
    if (balance.postedMicros < balance.heldMicros) throw new Overdrawn(`${callId} would overdraw its wallet.`);
  }

  #balanceOf(accountId: AccountId): LedgerAccount {
    const wallet = this.#wallets.get(accountId);
    if (!wallet) throw new Error(`${accountId} is no wallet, and has a call.`);
    const { postedMicros, heldMicros } = this.#walletChanges.get(accountId) ?? noMove;
    return {
      postedMicros: addMicros(wallet.postedMicros, postedMicros),
      heldMicros: addMicros(wallet.heldMicros, heldMicros),
    };
  }
}
