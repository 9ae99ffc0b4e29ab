import { micros, multiplyMicros, type Micros } from "#shared/money.ts";

const microsPerCent = micros(10_000);

/** A whole count of cents, as cards are charged. Throws on a fraction of one, which is always a bug. */
export function toCents(amount: Micros): number {
  if (amount % microsPerCent !== 0) throw new RangeError(`Not a whole number of cents: ${amount}`);
  return amount / microsPerCent;
}

export function fromCents(cents: number): Micros {
  return multiplyMicros(microsPerCent, cents);
}
