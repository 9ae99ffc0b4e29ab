import { statementLineSchema } from "#shared/api/wallet.ts";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../locales/testing/in-language.ts";
import { speak } from "../../locales/testing/speak.ts";
import { statementLineText } from "./statement-line-text.ts";

afterEach(() => speak("en"));

const call = {
  id: "settle:call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E:1",
  kind: "settle",
  changeMicros: -4_667,
  balanceAfterMicros: 9_995_333,
  reason: "20 s of talk",
  callId: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
  toNumber: "+14155550100",
  contactName: "Ada Lovelace",
  createdAt: "2026-01-01T00:00:00.000Z",
};

const text = (change: object) => statementLineText(statementLineSchema.parse({ ...call, ...change }));

test("a call is told by whom it was to, and how long it lasted", () => {
  expect(text({})).toEqual({
    title: "Ada Lovelace",
    detail: "+1 415 555 0100 · 20 sec of talk",
    party: { name: "Ada Lovelace", country: "US" },
  });
  expect(text({ contactName: null })).toMatchObject({ title: "+1 415 555 0100", detail: "20 sec of talk" });
});

test("a refund of a call says so", () => {
  expect(text({ kind: "refund" }).detail).toMatch(/^Refund · /);
});

test("money that has nothing to do with a call is told by its kind and reason", () => {
  const none = { callId: null, toNumber: null, contactName: null };
  expect(text({ ...none, kind: "topup", reason: "first top-up" })).toEqual({
    title: "Top-up",
    detail: "first top-up",
    party: undefined,
  });
  expect(text({ ...none, kind: "adjust", reason: "taken back: dispute" }).title).toBe("Adjustment");
});

test("what the server gives as a reason is said in the person's language, and what an operator wrote as it was written", async () => {
  const { statementReason } = await inLanguage("de", () => import("./statement-reason.ts"));
  expect(statementReason("20 s of talk")).toBe("20 Sek. Gespräch");
  expect(statementReason("the carrier's record says 19 s of talk")).toBe("laut Anbieter 19 Sek. Gespräch");
  expect(statementReason("paid by card")).toBe("mit Karte bezahlt");
  expect(statementReason("goodwill")).toBe("goodwill");
});
