import { zeroMicros, type Micros } from "#shared/money.ts";
import type { CallRow, Transfer } from "../store.ts";

/** What is added to a wallet. An adapter adds it in one guarded UPDATE, which also raises the wallet's `rev`. */
export interface WalletMove {
  postedMicros: Micros;
  heldMicros: Micros;
}

/** Nothing but the `rev` moves. */
export const noMove: WalletMove = { postedMicros: zeroMicros, heldMicros: zeroMicros };

/** What an adapter writes, all of it or nothing. These are pure: both databases do the same because they are told the same. */
export interface CallOutcome {
  call: CallRow;
  transfer: Transfer | undefined;
  /** Undefined when nothing that a client could see has changed: then the wallet is not touched and nobody is told. */
  move: WalletMove | undefined;
}
