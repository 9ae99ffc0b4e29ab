import { micros } from "#shared/money.ts";
import { expect, test } from "vitest";
import type { CallState } from "../call/call-state.ts";
import { failureOfApi } from "../call/failures.ts";
import { sampleCall, sampleDialled, sampleProfile } from "../call/testing/sample-call.ts";
import { shortfallOf } from "./shortfall.ts";

type Failed = Extract<CallState, { status: "failed" }>;

const call = sampleCall({ status: "failed", reason: "insufficient_balance" });
const late: Failed = { status: "failed", ...sampleDialled, call, failure: { code: "insufficient_balance" }, endedAtMs: 0 };

function balanceOf(availableMicros: number) {
  return { ...sampleProfile(1).balance, availableMicros: micros(availableMicros) };
}

test("a call refused when it was asked for shows the sums that the server named", () => {
  const refused = {
    code: "insufficient_balance",
    detail: "Too small.",
    neededMicros: micros(14_000),
    availableMicros: micros(5),
  } as const;
  const failed: Failed = { ...late, call: undefined, failure: failureOfApi(refused) };
  expect(shortfallOf(failed, balanceOf(0))).toEqual({ neededLabel: "The call needs", neededMicros: 14_000, availableMicros: 5 });
});

test("a call turned away later shows its first minute beside the balance", () => {
  expect(shortfallOf(late, balanceOf(13_999))).toEqual({
    neededLabel: "Its first minute costs",
    neededMicros: 14_000,
    availableMicros: 13_999,
  });
});

test("nobody is told that money is missing which is there by now, or that was not the reason", () => {
  expect(shortfallOf(late, balanceOf(14_000))).toBeUndefined();
  expect(shortfallOf({ ...late, failure: { code: "busy" } }, balanceOf(0))).toBeUndefined();
  expect(shortfallOf(late, undefined)).toBeUndefined();
});
