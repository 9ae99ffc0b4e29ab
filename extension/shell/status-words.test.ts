import { expect, test } from "vitest";
import { micros } from "#shared/money.ts";
import { dialerStatuses } from "#shared/call-status.ts";
import { announce, statusWords } from "./status-words.ts";

test("every status is shown by the contract's word", () => {
  expect(dialerStatuses.map((status) => statusWords[status].toLowerCase())).toEqual([...dialerStatuses]);
});

test("the end is told with what it came to", () => {
  const meter = { durationSeconds: 65, costMicros: micros(15_167), balanceLeftMicros: undefined, secondsLeft: undefined };
  expect(announce({ status: "ended", who: "Ada", meter })).toBe("The call ended after 1 minute, 5 seconds and cost $0.0152.");
  expect(announce({ status: "ended", who: "Ada", meter: undefined })).toBe("The call ended.");
});

test("who is called is said by name", () => {
  expect(announce({ status: "calling", who: "Ada Lovelace", meter: undefined })).toBe("Calling Ada Lovelace.");
});
