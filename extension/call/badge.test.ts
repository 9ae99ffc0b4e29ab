import { expect, it } from "vitest";
import { badgeOf } from "./badge.ts";
import type { CallState } from "./call-state.ts";
import { endNoticeOf } from "./end-notice.ts";
import { sampleCall, sampleDialled } from "./testing/sample-call.ts";

const call = sampleCall({ contactName: "Ada Lovelace" });
const open: CallState = { status: "open", ...sampleDialled, call, callSid: "CA1", answeredAtMs: 1, isMuted: false };
const ended: CallState = { status: "ended", ...sampleDialled, call, answeredAtMs: 1, endedAtMs: 2 };
const failed: CallState = { status: "failed", ...sampleDialled, call: undefined, failure: { code: "busy" }, endedAtMs: 2 };

const reconnecting: CallState = { ...open, status: "reconnecting" };
const ringing: CallState = { status: "ringing", ...sampleDialled, call, callSid: "CA1", hasEarlyMedia: false };
const muted: CallState = { ...open, isMuted: true };

it("shows on the button that a call is on, and that one is muted", () => {
  expect(badgeOf(open)).toMatchObject({ icon: "talking", title: "Ringback: in a call" });
  expect(badgeOf(muted)).toMatchObject({ icon: "muted", title: "Ringback: in a call, muted" });
});

it("has a sign of its own for each state, so that nobody has to tell colours apart", () => {
  const states: CallState[] = [{ status: "requesting", ...sampleDialled }, ringing, open, muted, reconnecting, failed];
  expect(new Set(states.map((state) => badgeOf(state).text)).size).toBe(states.length);
});

it("leaves a mark for a failure and none for a call that ended well", () => {
  expect(badgeOf(failed)).toMatchObject({ text: "!", title: "Ringback: The line is busy. Try again later." });
  expect(badgeOf(ended).text).toBe("");
});

it("fits the four characters that Chrome shows", () => {
  for (const state of [{ status: "idle" } as const, ringing, open, muted, reconnecting, failed]) {
    expect(badgeOf(state).text.length).toBeLessThanOrEqual(4);
  }
});

it("tells of an end by the contact's name, else by what was dialled", () => {
  expect(endNoticeOf(open, ended)).toEqual({ title: "Call ended", message: "The call with Ada Lovelace has ended." });
  expect(endNoticeOf({ status: "requesting", ...sampleDialled }, failed)?.title).toBe("Call to +1 415 555 0100");
});

it("tells of an end once, and of nothing else", () => {
  expect(endNoticeOf(ended, { ...ended, call: sampleCall() })).toBeUndefined();
  expect(endNoticeOf(ended, { status: "idle" })).toBeUndefined();
  expect(endNoticeOf(open, { ...open, status: "reconnecting" })).toBeUndefined();
});
