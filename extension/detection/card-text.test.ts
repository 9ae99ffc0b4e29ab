import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { cardText } from "./card-text.ts";
import type { CardState } from "./card-state.ts";

const number = { e164: "+14155552671" as E164, country: "US" as const, international: "+1 415 555 2671", extension: "12" };
const rate = { perMinute: "$0.0140/min", description: "United States" };
const place = { to: number.e164, requestedAtMs: 0 };
const text = (state: Partial<CardState> & Pick<CardState, "status">, nowMs = 0) =>
  cardText({ number, details: { status: "known", contactName: undefined, rate }, ...state } as CardState, nowMs);

test("before a call the card says whom, where and for how much", () => {
  expect(text({ status: "offer" })).toMatchObject({
    title: "+1 415 555 2671 ext. 12",
    subtitle: "United States",
    rate: "$0.0140/min",
    callLabel: "Call",
    hangUpLabel: undefined,
  });
});

test("a contact's name stands in place of the number", () => {
  const details = { status: "known", contactName: "Ida Marlowe", rate } as const;
  expect(text({ status: "offer", details })).toMatchObject({
    badge: "IM",
    title: "Ida Marlowe",
    subtitle: "+1 415 555 2671 ext. 12",
    place: "United States",
  });
});

test("what is not known is said with a way out, and the call stays possible", () => {
  const details = { status: "unknown", contactName: undefined, message: "Connect Ringback first." } as const;
  expect(text({ status: "offer", details })).toMatchObject({
    notice: "Connect Ringback first.",
    rate: undefined,
    callLabel: "Call",
  });
});

test("the timer runs from the answer", () => {
  const call = { status: "answered", answeredAtMs: 1000, isReconnecting: false, ...place } as const;
  expect(text({ status: "call", call }, 66_500)).toMatchObject({
    status: "01:05",
    hangUpLabel: "Hang up",
    extensionLabel: "Dial ext. 12",
  });
});

test("a failed call says why and can be tried again, where that may help", () => {
  const failure = { message: "The line is busy.", wayOut: { step: "call_again", label: "Call again" } } as const;
  const call = { status: "failed", failure, ...place } as const;
  expect(text({ status: "call", call })).toMatchObject({
    tone: "failed",
    notice: "The line is busy.",
    callLabel: "Call again",
    stepLabel: undefined,
    hangUpLabel: undefined,
  });
});

test("a refused call offers the step that helps in place of calling again", () => {
  const failure = { message: "Too small.", wayOut: { step: "open_wallet", label: "Open the wallet" } } as const;
  const offered = { notice: "Too small.", callLabel: undefined, stepLabel: "Open the wallet" };
  expect(text({ status: "call", call: { status: "failed", failure, ...place } })).toMatchObject(offered);
  expect(text({ status: "refused", failure })).toMatchObject(offered);
});

test("a call that nothing on the card would help has its sentence and no button", () => {
  const failure = { message: "There is no rate.", wayOut: undefined };
  expect(text({ status: "refused", failure })).toMatchObject({
    notice: "There is no rate.",
    callLabel: undefined,
    stepLabel: undefined,
  });
});
