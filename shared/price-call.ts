import { addMicros, micros, multiplyMicros, zeroMicros, type Micros } from "./money.ts";

/** What a call costs: a price per minute, billed in increments after a minimum, and a fee to connect. */
export interface Rate {
  perMinuteMicros: Micros;
  incrementSeconds: number;
  minimumSeconds: number;
  connectMicros: Micros;
}

/**
 * The charge for a call of whole seconds: connect + ceil(ceil(max(s, min) / inc) * inc * perMin / 60), and 0 for s = 0.
 * This is the only place where money is rounded, and it is rounded once, up. The server charges with it and the
 * dialer shows running cost with it, so the two cannot differ.
 */
export function priceCall(rate: Rate, durationSeconds: number): Micros {
  if (durationSeconds <= 0) return zeroMicros;
  return priceIncrements(rate, incrementsFor(rate, durationSeconds));
}

/** The charge for a count of increments of talk. */
export function priceIncrements(rate: Rate, increments: number): Micros {
  const billedSeconds = increments * rate.incrementSeconds;
  const talk = micros(Math.ceil(multiplyMicros(rate.perMinuteMicros, billedSeconds) / 60));
  return addMicros(rate.connectMicros, talk);
}

/** How many increments a call of this many seconds is billed for; never fewer than the minimum. */
export function incrementsFor(rate: Rate, durationSeconds: number): number {
  return Math.ceil(Math.max(durationSeconds, rate.minimumSeconds) / rate.incrementSeconds);
}

/**
 * The largest number of increments that money can pay for in full, 0 if it cannot pay for the minimum,
 * and Infinity if talking costs nothing.
 */
export function affordableIncrements(rate: Rate, availableMicros: Micros): number {
  const minimumIncrements = Math.max(1, incrementsFor(rate, 1));
  if (priceIncrements(rate, minimumIncrements) > availableMicros) return 0;
  if (rate.perMinuteMicros === 0) return Number.POSITIVE_INFINITY;
  const talkMicros = availableMicros - rate.connectMicros;
  // The charge is rounded up, so floor division can only be exact or one too few never one too many.
  return Math.floor((talkMicros * 60) / (rate.perMinuteMicros * rate.incrementSeconds));
}
