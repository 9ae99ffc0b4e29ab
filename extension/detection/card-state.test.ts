import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { toCardCall } from "./card-call.ts";
import {
  calling,
  dismissed,
  failureOn,
  hindered,
  isPinned,
  knowing,
  misread,
  offering,
  refused,
  withCall,
} from "./card-state.ts";

const number = { e164: "+14155552671" as E164, country: "US" as const, international: "+1 415 555 2671", extension: undefined };
const offer = offering(number, { from: "own" });
const busy = { message: "Busy.", wayOut: undefined };
const place = { to: number.e164, requestedAtMs: 1000 };

test("a card shows the call to its own number", () => {
  const state = withCall(offer, { status: "calling", ...place });
  expect(state).toMatchObject({ status: "call", call: { status: "calling" } });
  expect(isPinned(state)).toBe(true);
  expect(withCall(offer, { status: "calling", ...place, to: "+442079460958" })).toBe(offer);
});

test("what becomes known is shown beside what was known before, and during a call as well", () => {
  const price = { status: "known", perMinute: "$0.0140/min", description: "United States", affordableSeconds: 60 } as const;
  const contact = { name: "Ida", company: undefined };
  const called = withCall(knowing(offer, { contact }), { status: "calling", ...place });
  expect(knowing(called, { price })).toMatchObject({ status: "call", details: { contact, price, timeZones: [] } });
});

test("a call that was over before the card opened is not shown", () => {
  expect(withCall(offer, { status: "failed", failure: busy, ...place })).toBe(offer);
});

test("a call that the card showed is shown to its end, and then lets the card close", () => {
  const ended = withCall(withCall(offer, { status: "calling", ...place }), { status: "ended", durationSeconds: 4, ...place });
  expect(ended).toMatchObject({ status: "call", call: { status: "ended" } });
  expect(isPinned(ended)).toBe(false);
});

test("right after the click, news from before it changes nothing", () => {
  const clicked = calling(offer, 2000);
  expect(withCall(clicked, { status: "none" })).toBe(clicked);
  expect(withCall(clicked, { status: "ended", durationSeconds: 4, ...place })).toBe(clicked);
  expect(withCall(clicked, { status: "calling", to: number.e164, requestedAtMs: 2001 })).toMatchObject({
    call: { status: "calling" },
  });
});

test("a refused card goes on saying why until the call is asked for again", () => {
  const state = refused(offer, busy);
  expect(withCall(state, { status: "none" })).toBe(state);
  expect(withCall(state, { status: "answered", answeredAtMs: 0, isReconnecting: false, ...place, to: "+442079460958" })).toBe(
    state,
  );
  expect(isPinned(state)).toBe(false);
});

test("what is not a call changes nothing of a call: only a card that says why says so", () => {
  expect(failureOn(hindered(offer, busy))).toBe(busy);
  expect(failureOn(offer)).toBeUndefined();
  const price = { status: "unknown", ...busy } as const;
  expect(failureOn({ ...offer, details: { contact: undefined, timeZones: [], quietHours: "off", price } })).toBe(price);
  expect(failureOn(dismissed(offer))).toBeUndefined();
  expect(failureOn(misread(offer, { chosen: "AT", written: "030 1" }))).toBeUndefined();
  for (const state of [hindered(offer, busy), dismissed(offer)]) expect(isPinned(state)).toBe(false);
});

test("a card is told of a call only what it shows", () => {
  const dialled = { dialled: number.e164, requestedAtMs: 1000 };
  expect(toCardCall({ status: "idle" })).toEqual({ status: "none" });
  expect(toCardCall({ status: "requesting", ...dialled })).toEqual({ status: "initiating", ...place });
  expect(toCardCall({ status: "ringing", ...dialled })).toEqual({ status: "calling", ...place });
  expect(toCardCall({ status: "reconnecting", answeredAtMs: 2000, ...dialled })).toMatchObject({
    status: "answered",
    isReconnecting: true,
  });
  expect(toCardCall({ status: "ended", answeredAtMs: 2000, endedAtMs: 5900, ...dialled })).toMatchObject({ durationSeconds: 3 });
  expect(toCardCall({ status: "failed", failure: busy, ...dialled })).toMatchObject({ status: "failed", failure: busy });
});
