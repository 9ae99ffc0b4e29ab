import { expect, test } from "vitest";
import { wayOutOf } from "./way-out.ts";

test.each([
  ["busy", "call_again"],
  ["invalid_number", "change_number"],
  ["caller_id_not_allowed", "change_caller_id"],
  ["microphone_denied", "allow_microphone"],
  ["microphone_dismissed", "allow_microphone"],
  ["microphone_blocked", "allow_microphone"],
  ["microphone_missing", "choose_microphone"],
  ["microphone_busy", "choose_microphone"],
  ["unauthorized", "sign_in"],
  ["server_unreachable", "check_server"],
  ["insufficient_balance", "open_wallet"],
  ["spending_limit", "open_wallet"],
  ["too_many_calls", "call_again"],
] as const)("after %s the step that helps is %s", (code, wayOut) => {
  expect(wayOutOf(code)).toBe(wayOut);
});

test("calling again is offered only where the next call may go otherwise", () => {
  for (const code of ["no_rate", "destination_blocked", "rate_too_high", "sign_up_closed"] as const) {
    expect(wayOutOf(code)).not.toBe("call_again");
  }
});
