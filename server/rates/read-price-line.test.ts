import { describe, expect, test } from "vitest";
import { readPriceLine } from "./read-price-line.ts";
import { priceLine } from "./testing/price-line.ts";

describe("a line of a price list", () => {
  test("is read exactly, and named as people would", () => {
    expect(readPriceLine(priceLine())).toEqual({
      ok: true,
      value: {
        where: "line 2",
        description: "Austria, Mobile",
        perMinuteMicros: 264_000,
        originPrefixes: [""],
        destinationPrefixes: ["43664", "43676"],
      },
    });
  });

  test.each([
    [[], [""]],
    [["ALL"], [""]],
    [["all"], [""]],
    [["ROW"], [""]],
    [
      ["1", " 49 "],
      ["1", "49"],
    ],
    [
      ["ALL", "49"],
      ["", "49"],
    ],
    [["49", "49"], ["49"]],
  ])("for the callers %j is for %j", (originPrefixes, expected) => {
    expect(readPriceLine(priceLine({ originPrefixes }))).toMatchObject({ ok: true, value: { originPrefixes: expected } });
  });

  test.each([
    ["+43664", "43664"],
    [" 43664 ", "43664"],
    ["+43 664", "43664"],
    ["1-242", "1242"],
    ["123456789012345", "123456789012345"],
  ])("may write a prefix as %j", (written, prefix) => {
    const line = priceLine({ destinationPrefixes: [written] });
    expect(readPriceLine(line)).toMatchObject({ ok: true, value: { destinationPrefixes: [prefix] } });
  });

  test.each([
    ["$0.264", 264_000],
    ["US$ 0.264", 264_000],
    ["0", 0],
    ["1000", 1_000_000_000],
    ["10.00500", 10_005_000],
  ])("may write a price as %j", (perMinute, perMinuteMicros) => {
    expect(readPriceLine(priceLine({ perMinute }))).toMatchObject({ ok: true, value: { perMinuteMicros } });
  });

  test.each([
    ["without a price", { perMinute: "" }, /^no price is given$/],
    ["with a price below zero", { perMinute: "-0.01" }, /below zero/],
    ["with a price in words", { perMinute: "on request" }, /"on request" is no price/],
    ["with a comma for a point", { perMinute: "0,264" }, /"0,264" is no price/],
    ["in another currency", { perMinute: "€0.264" }, /"€0.264" is no price/],
    ["with a fraction of a micro-dollar", { perMinute: "0.0000001" }, /is no price/],
    ["beyond all reason", { perMinute: "1000.01" }, /beyond \$1000/],
    ["without a destination", { destinationPrefixes: [] }, /no destination prefix is given/],
    ["for a national number", { destinationPrefixes: ["0664"] }, /destination "0664" is no prefix/],
    ["with letters in a prefix", { destinationPrefixes: ["43664", "43x"] }, /destination "43x" is no prefix/],
    ["with a prefix longer than any number", { destinationPrefixes: ["1234567890123456"] }, /is no prefix/],
    ["whose prefixes lost their comma", { destinationPrefixes: ["43664 43676"] }, /"43664 43676" is no prefix/],
    ["for callers from nowhere", { originPrefixes: ["EEA"] }, /origination "EEA" is no prefix/],
  ])("%s is bad, and says why", (_what, wrong, why) => {
    const read = readPriceLine(priceLine(wrong));
    expect(read).toMatchObject({ ok: false, error: { where: "line 2", why: expect.stringMatching(why) as string } });
  });
});
