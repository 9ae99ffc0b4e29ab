import { micros } from "#shared/money.ts";
import { expect, test } from "vitest";
import { sampleCall, sampleProfile } from "../call/testing/sample-call.ts";
import { endOfTalk } from "./end-of-talk.ts";

// $0.0140 a minute.
const call = sampleCall();

function rest(availableMicros: number) {
  return { ...sampleProfile(1).balance, availableMicros: micros(availableMicros) };
}

test("a call that holds all there is ends by the balance", () => {
  expect(endOfTalk(call, rest(0))).toBe("balance");
  expect(endOfTalk(call, rest(13_000))).toBe("balance");
});

test("a call that leaves money for another minute ends by a limit", () => {
  expect(endOfTalk(call, rest(14_000))).toBe("limit");
});
