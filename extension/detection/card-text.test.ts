import { describe, expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { usualQuietHours } from "../platform/quiet-hours.ts";
import type { CardDetails } from "./card-messages.ts";
import { calling, dismissed, hindered, misread, offering, refused, withCall, type CardState } from "./card-state.ts";
import { cardText } from "./card-text.ts";

const number = { e164: "+14155552671" as E164, country: "US" as const, international: "+1 415 555 2671", extension: "12" };
const known: CardDetails = {
  contact: undefined,
  timeZones: ["America/Los_Angeles"],
  quietHours: usualQuietHours,
  price: { status: "known", perMinute: "$0.0140/min", description: "United States", affordableSeconds: 720 },
};
const offer: CardState = { ...offering(number, { from: "language" }), details: known };
const place = { to: number.e164, requestedAtMs: 0 };
const text = (state: CardState, nowMs = Date.parse("2026-01-15T20:12:00Z")) => cardText(state, { nowMs, language: "en-GB" });
const withDetails = (details: Partial<CardDetails>): CardState => ({ ...offer, details: { ...known, ...details } });

describe("before a call", () => {
  test("the card says the number in full, where it is and why, what time it is there, and what it costs for how long", () => {
    expect(text(offer)).toMatchObject({
      title: "+1 415 555 2671 ext. 12",
      place: { country: "United States", reason: "from this page’s language", isChoosable: true },
      time: expect.stringMatching(/12:12 there$/),
      quiet: undefined,
      rate: "$0.0140/min",
      destination: undefined,
      talkTime: "up to 12 mins",
      extension: "Then sends 12",
      callLabel: "Call",
      hangUpLabel: undefined,
    });
  });

  test("a contact's name and company stand over the number, and are not added again", () => {
    expect(text(withDetails({ contact: { name: "Ida Marlowe", company: "Marlowe & Wick" } }))).toMatchObject({
      badge: "IM",
      title: "Ida Marlowe",
      company: "Marlowe & Wick",
      subtitle: "+1 415 555 2671 ext. 12",
      tools: { isContact: true },
    });
    expect(text(offer).tools).toEqual({ isContact: false });
  });

  test("in quiet hours it says so, and still calls", () => {
    const night = Date.parse("2026-01-15T06:12:00Z");
    expect(text(offer, night)).toMatchObject({ quiet: "outside 08:00 to 21:00", callLabel: "Call" });
    expect(text(withDetails({ quietHours: "off" }), night).quiet).toBeUndefined();
    const fromCoastToCoast = ["America/Los_Angeles", "America/New_York"];
    expect(text(withDetails({ timeZones: fromCoastToCoast }), Date.parse("2026-01-15T13:12:00Z"))).toMatchObject({
      time: expect.stringMatching(/05:12–08:12 there$/),
      quiet: "partly outside 08:00 to 21:00",
    });
  });

  test("a number of no place has no time", () => {
    expect(text(withDetails({ timeZones: [] }))).toMatchObject({ time: undefined, quiet: undefined });
  });

  test("what the rate is for is named where it is more than the country", () => {
    const price = { ...known.price, description: "United States, Alaska" } as CardDetails["price"];
    expect(text(withDetails({ price })).destination).toBe("United States, Alaska");
  });

  test.each([
    [null, "free of charge"],
    [0, "too little money for it"],
    [42_840, "up to 11 hrs 54 mins"],
  ])("a balance for %s seconds is said as %j", (affordableSeconds, expected) => {
    const price = { ...known.price, affordableSeconds } as CardDetails["price"];
    expect(text(withDetails({ price })).talkTime).toBe(expected);
  });

  test("what is not known is said with a way out, and the call stays possible", () => {
    expect(
      text(
        withDetails({
          price: { status: "unknown", message: "Connect Ringback first.", wayOut: { step: "sign_in", label: "Sign in" } },
        }),
      ),
    ).toMatchObject({
      notice: "Connect Ringback first.",
      rate: undefined,
      callLabel: "Call",
      stepLabel: "Sign in",
    });
  });

  test("a number that says its own country leaves no other to choose", () => {
    expect(text({ ...offer, reason: { from: "number", callingCode: "+1" } }).place).toMatchObject({
      reason: "written with +1",
      isChoosable: false,
    });
  });

  test("in a country that has no such number there is none to call", () => {
    expect(text(misread(offer, { chosen: "AT", written: "030 23125-104" }))).toMatchObject({
      title: "030 23125-104",
      notice: expect.stringMatching(/^Austria has no such number/),
      place: { country: "Austria", isChoosable: true },
      callLabel: undefined,
      tools: undefined,
    });
  });

  test("what was said to be no number can be taken back", () => {
    expect(text(dismissed(offer))).toMatchObject({ undoLabel: "Undo", callLabel: undefined, tools: undefined });
  });

  test("what could not be done is said, and the number can still be called", () => {
    expect(text(hindered(offer, { message: "Not now.", wayOut: undefined }))).toMatchObject({
      notice: "Not now.",
      callLabel: "Call",
    });
  });
});

test("the timer runs from the answer", () => {
  const call = { status: "answered", answeredAtMs: 1000, isReconnecting: false, ...place } as const;
  expect(text(withCall(offer, call), 66_500)).toMatchObject({
    status: "01:05",
    hangUpLabel: "Hang up",
    extensionLabel: "Dial ext. 12",
    tools: undefined,
  });
});

test("a failed call says why and can be tried again, where that may help", () => {
  const failure = { message: "The line is busy.", wayOut: { step: "call_again", label: "Call again" } } as const;
  expect(text(withCall(calling(offer, 0), { status: "failed", failure, ...place }))).toMatchObject({
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
  expect(text(withCall(calling(offer, 0), { status: "failed", failure, ...place }))).toMatchObject(offered);
  expect(text(refused(offer, failure))).toMatchObject(offered);
});

test("while another call goes on, ending it is a choice of its own", () => {
  const failure = { message: "Another call.", wayOut: { step: "replace_call", label: "End it and call this" } } as const;
  expect(text(refused(offer, failure))).toMatchObject({ callLabel: undefined, stepLabel: "End it and call this" });
});

test("a call that nothing on the card would help has its sentence and no button", () => {
  const failure = { message: "There is no rate.", wayOut: undefined };
  expect(text(refused(offer, failure))).toMatchObject({
    notice: "There is no rate.",
    callLabel: undefined,
    stepLabel: undefined,
  });
});
