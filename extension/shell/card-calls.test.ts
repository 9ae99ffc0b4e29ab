import { expect, test } from "vitest";
import { tellFailure } from "../call/failure-words.ts";
import { cardFailureOf } from "./card-calls.ts";

test.each([
  ["insufficient_balance", "open_wallet", "Open the wallet"],
  ["spending_limit", "open_wallet", "Open the wallet"],
  ["caller_id_not_allowed", "change_caller_id", "Choose a caller ID"],
  ["too_many_calls", "call_again", "Call again"],
  ["busy", "call_again", "Call again"],
  ["unauthorized", "sign_in", "Sign in"],
] as const)("a card offers after %s the step that helps", (code, step, label) => {
  expect(cardFailureOf({ code })).toEqual({ message: tellFailure({ code }), wayOut: { step, label } });
});

test.each(["no_rate", "destination_blocked", "rate_too_high"] as const)(
  "a card offers no button after %s, since the same number would be refused again",
  (code) => {
    expect(cardFailureOf({ code }).wayOut).toBeUndefined();
  },
);
