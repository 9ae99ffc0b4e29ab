import { micros } from "#shared/money.ts";
import { parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import { describe, expect, test } from "vitest";
import { createRateDeck, holdRateDeck, rateDeckSchema } from "./rate-deck.ts";

function number(text: string): E164 {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error}`);
  return parsed.value.e164;
}

function deck(id: string) {
  return createRateDeck(
    rateDeckSchema.parse({
      id,
      source: "a test",
      asOf: "2026-01-01",
      notes: [],
      clientLegPerMinute: "0.0040",
      incrementSeconds: 1,
      minimumSeconds: 0,
      connect: "0",
      origins: { eea: ["33", "49"], nanp: ["1"], caribbean: ["1242"] },
      rates: [
        { description: "Austria", prefixes: ["43"], perMinute: "0.1705", from: { eea: "0.0176", nanp: "0.0176" } },
        { description: "Austria, mobile", prefixes: ["43664", "4367"], perMinute: "0.2640" },
      ],
    }),
  );
}

const landline = number("+43 1 5123456");
const mobile = number("+43 664 1234567");
const german = number("+49 30 901820");

describe("a rate deck", () => {
  const { findRate } = deck("test");

  test("prices both legs: the carrier's and the caller's own", () => {
    expect(findRate({ to: landline })?.rate).toEqual({
      deckId: "test",
      destinationPrefix: "43",
      perMinuteMicros: micros(174_500),
      incrementSeconds: 1,
      minimumSeconds: 0,
      connectMicros: 0,
    });
  });

  test("is asked by the longest prefix", () => {
    expect(findRate({ to: mobile })).toMatchObject({
      description: "Austria, mobile",
      rate: { destinationPrefix: "43664", perMinuteMicros: 268_000 },
    });
  });

  test("knows where the caller ID is from, by the longest prefix too", () => {
    expect(findRate({ to: landline, from: german })?.rate.perMinuteMicros).toBe(21_600);
    expect(findRate({ to: landline, from: number("+1 415 555 0100") })?.rate.perMinuteMicros).toBe(21_600);
    expect(findRate({ to: landline, from: number("+1 242 322 1234") })?.rate.perMinuteMicros).toBe(174_500);
    expect(findRate({ to: landline, from: number("+81 3 3210 7000") })?.rate.perMinuteMicros).toBe(174_500);
    expect(findRate({ to: mobile, from: german })?.rate.perMinuteMicros).toBe(268_000);
  });

  test("gives no rate for where it has none", () => {
    expect(findRate({ to: german })).toBeUndefined();
  });

  test("gives way to the next deck whole", () => {
    const held = holdRateDeck(deck("first"));
    held.swap(deck("second"));
    expect(held.findRate({ to: landline })?.rate.deckId).toBe("second");
  });

  test.each([
    ["a fraction of a micro-dollar", { perMinute: "0.00000001" }],
    ["a negative price", { perMinute: "-1" }],
    ["a prefix with a plus", { prefixes: ["+43"] }],
  ])("is refused with %s", (_what, wrong) => {
    const rates = [{ description: "Austria", prefixes: ["43"], perMinute: "1", ...wrong }];
    expect(rateDeckSchema.shape.rates.safeParse(rates).success).toBe(false);
  });
});
