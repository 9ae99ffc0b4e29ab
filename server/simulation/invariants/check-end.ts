import type { Books, CallRecord } from "../books/books.ts";
import { guardSeconds, isLive, type ChildLeg, type ParentLeg } from "../carrier/legs.ts";
import type { Switchboard } from "../carrier/switchboard.ts";
import type { Order } from "../people/operator.ts";
import { modelPrice } from "../prices.ts";

/** How a simulation ended, when everything was up again and enough time had passed. */
export interface End {
  books: Books;
  legs: Pick<Switchboard, "parents" | "children">;
  topUps: readonly Order[];
  takeBacks: readonly Order[];
}

/** Every promise about the end that was broken, as sentences. */
export function checkEnd(end: End): string[] {
  return promises.flatMap((promise) => Array.from(promise(end)));
}

const promises = [callsAreFinal, legsAreOver, chargesAreRight, costsAreKnown, ordersWereDoneOnce, debtsWerePaidOff];

function* callsAreFinal({ books }: End): Iterable<string> {
  for (const { id, final, holdOpen, status } of books.calls.values()) {
    if (!final) yield `${id} is ${status} and will never be final.`;
    if (holdOpen) yield `The hold of ${id} was left open.`;
  }
  for (const { id, heldMicros } of books.accounts.values()) if (heldMicros !== 0) yield `${id} still holds ${heldMicros}.`;
}

function* legsAreOver({ books, legs }: End): Iterable<string> {
  for (const child of legs.children.values()) {
    if (isLive(child)) yield `A leg of ${child.parent.callId} was never ended.`;
    const call = books.calls.get(child.parent.callId);
    if (call?.parentSid !== child.parent.sid) yield `A leg of ${child.parent.callId} was dialled that no call has.`;
  }
}

/** Every completed call is charged once, by the duration in the carrier's record, and every other one not at all. */
function* chargesAreRight({ books, legs }: End): Iterable<string> {
  const children = new Map([...legs.children.values()].map((child) => [child.parent.sid, child]));
  for (const call of books.calls.values()) {
    const child = call.parentSid === null ? undefined : children.get(call.parentSid);
    const seconds = child ? recordedTalk(child) : 0;
    const dueMicros = modelPrice(call.rate, seconds);
    if (call.chargedMicros + call.unrecoveredMicros !== dueMicros)
      yield `${call.id} talked ${seconds} s for ${dueMicros}, and is charged ${call.chargedMicros} and ${call.unrecoveredMicros} not.`;
    if (!child && call.status === "completed") yield `${call.id} is told as completed, and nobody was ever dialled.`;
    if (child && call.durationSeconds !== seconds)
      yield `${call.id} talked ${seconds} s, and the record says ${call.durationSeconds}.`;
    if (child?.state.kind === "over" && child.state.status !== call.status)
      yield `${call.id} ended ${child.state.status}, and the record says ${call.status}.`;
    if (child && call.unrecoveredMicros > excusable(call, child))
      yield `${call.id} left ${call.unrecoveredMicros} unpaid, though its overrun stayed inside the guard.`;
  }
}

function recordedTalk({ state }: ChildLeg): number {
  return state.kind === "over" && state.status === "completed" ? state.recordedSeconds : 0;
}

/**
 * What may be left unpaid: talk beyond limit and guard; and what the record says more than the callbacks did, because the hold was let go
 * at their word, and may have been spent since.
 */
function excusable(call: CallRecord, child: ChildLeg): number {
  const recorded = recordedTalk(child);
  const priceOf = (seconds: number) => modelPrice(call.rate, seconds);
  const coveredSeconds = Math.min(recorded, child.timeLimitSeconds + guardSeconds, ...child.toldSeconds);
  return priceOf(recorded) - priceOf(coveredSeconds);
}

/** What the carrier charges for both legs of a call stands beside it. */
function* costsAreKnown({ books, legs }: End): Iterable<string> {
  const children = new Map([...legs.children.values()].map((child) => [child.parent.sid, child]));
  for (const { id, parentSid, carrierPriceMicros } of books.calls.values()) {
    const parent = parentSid === null ? undefined : legs.parents.get(parentSid);
    if (!parent) continue;
    const costMicros = costOf(parent) + costOf(children.get(parent.sid));
    if (carrierPriceMicros !== costMicros)
      yield `${id} costs ${costMicros} at the carrier, and the record says ${carrierPriceMicros}.`;
  }
}

function costOf(leg: ChildLeg | ParentLeg | undefined): number {
  return leg?.state.kind === "over" ? (leg.state.priceMicros ?? 0) : 0;
}

/** Each payment came in once, whole, and each that was taken back went out once, whole. */
function* ordersWereDoneOnce({ books, topUps, takeBacks }: End): Iterable<string> {
  const sums = new Map<string, number>();
  for (const { id, amountMicros } of books.transfers) {
    const reference = /^(?:topup:.*:|adjust:takeback:)([0-9a-f]{10})/.exec(id)?.[1];
    if (reference !== undefined) sums.set(reference, (sums.get(reference) ?? 0) + amountMicros);
  }
  for (const { reference, amountMicros, isAcknowledged } of [...topUps, ...takeBacks]) {
    if (!isAcknowledged) yield `Nobody was ever told that ${reference} was done.`;
    if (sums.get(reference) !== amountMicros)
      yield `${reference} was for ${amountMicros}, and ${sums.get(reference) ?? 0} was posted.`;
  }
}

/** Money that comes in pays off first what is owed. */
function* debtsWerePaidOff({ books }: End): Iterable<string> {
  const owed = new Map<string, number>();
  for (const [index, transfer] of books.transfers.entries()) {
    const { kind, debitAccount, creditAccount, amountMicros } = transfer;
    if (debitAccount.startsWith("owed_")) owed.set(debitAccount, (owed.get(debitAccount) ?? 0) + amountMicros);
    if (creditAccount.startsWith("owed_")) owed.set(creditAccount, (owed.get(creditAccount) ?? 0) - amountMicros);
    const debt = kind === "topup" ? (owed.get(creditAccount.replace("acct_", "owed_")) ?? 0) : 0;
    const paid = books.transfers
      .slice(index)
      .some((later) => later.debitAccount === creditAccount && later.id.endsWith(transfer.id));
    if (debt > 0 && !paid) yield `${transfer.id} came in while ${debt} was owed, and did not pay that off.`;
  }
}
