import { micros } from "#shared/money.ts";
import { expect, test } from "vitest";
import { concernOf, fullConcern, shortConcern } from "./balance-concern.ts";

const dollar = 1_000_000;

function balance(amounts: { posted: number; held?: number; owed?: number; level?: number }) {
  const { posted, held = 0, owed = 0, level = 0 } = amounts;
  return {
    postedMicros: micros(posted * dollar),
    heldMicros: micros(held * dollar),
    availableMicros: micros((posted - held) * dollar),
    owedMicros: micros(owed * dollar),
    lowBalanceMicros: micros(level * dollar),
    isLow: posted < level,
  };
}

test("an ordinary balance is no concern, nor is an empty one of a person who set no level", () => {
  expect(concernOf(balance({ posted: 10, level: 5 }))).toBeUndefined();
  expect(concernOf(balance({ posted: 0 }))).toBeUndefined();
});

test("a balance below the level is, and already while a call is running it down", () => {
  expect(concernOf(balance({ posted: 4, level: 5 }))).toEqual({ kind: "low", levelMicros: 5 * dollar });
  expect(concernOf(balance({ posted: 6, level: 5 }), micros(4.99 * dollar))).toEqual({ kind: "low", levelMicros: 5 * dollar });
  expect(concernOf(balance({ posted: 6, level: 5 }), micros(5 * dollar))).toBeUndefined();
});

test("money that calls hold makes no balance low: it comes back", () => {
  expect(concernOf(balance({ posted: 10, held: 10, level: 5 }))).toBeUndefined();
});

test("calls are said to be paused only when something is owed and nothing is left", () => {
  expect(concernOf(balance({ posted: 0, owed: 4 }))?.kind).toBe("paused");
  expect(concernOf(balance({ posted: 1, owed: 4 }))?.kind).toBe("owed");
  expect(concernOf(balance({ posted: 1, held: 1, owed: 4 }))?.kind).toBe("owed");
});

test("every concern names its sum and what follows", () => {
  const concerns = [balance({ posted: 0, owed: 4 }), balance({ posted: 1, owed: 4 }), balance({ posted: 1, level: 4 })].map(
    (each) => concernOf(each),
  );
  for (const concern of concerns) {
    expect(concern && shortConcern(concern)).toContain("$4.00");
    expect(concern && fullConcern(concern)).toMatch(/\$4\.00.*top/i);
  }
});
