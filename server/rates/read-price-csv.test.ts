import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPriceCsv } from "./read-price-csv.ts";
import { readPriceLine } from "./read-price-line.ts";

const header = "ISO,Country,Description,Price / min,Origination Prefixes,Destination Prefixes";

function linesOf(text: string) {
  const read = readPriceCsv(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe("a carrier's price list as CSV", () => {
  test("is read line by line, with its lists of prefixes", () => {
    const text = [
      header,
      "AD,Andorra,Programmable Outbound Minute - Andorra,0.04700,,376",
      'AT,Austria,Programmable Outbound Minute - Austria - from EEA,0.01760,"30, 31, 351","43, 431"',
    ].join("\n");
    expect(linesOf(text)).toEqual([
      {
        where: "line 2",
        description: "Programmable Outbound Minute - Andorra",
        perMinute: "0.04700",
        originPrefixes: [],
        destinationPrefixes: ["376"],
      },
      {
        where: "line 3",
        description: "Programmable Outbound Minute - Austria - from EEA",
        perMinute: "0.01760",
        originPrefixes: ["30", "31", "351"],
        destinationPrefixes: ["43", "431"],
      },
    ]);
  });

  test("may begin with a byte order mark, end its lines as Windows does, and leave lines empty", () => {
    const text = `\uFEFF${header}\r\n\r\nAD,Andorra,Andorra,0.04700,,376\r\n,,,,,\r\nFR,France,France,0.01570,,33\r\n\r\n`;
    expect(linesOf(text)).toMatchObject([
      { where: "line 3", destinationPrefixes: ["376"] },
      { where: "line 5", destinationPrefixes: ["33"] },
    ]);
  });

  test("names the line that a record begins on, also after a quoted cell of several lines", () => {
    const text = [header, 'AT,Austria,"Austria,\r\nall of it",0.17050,,"43,\r\n431"', "FR,France,France,0.01570,,33"].join(
      "\r\n",
    );
    expect(linesOf(text)).toMatchObject([
      { where: "line 2", destinationPrefixes: ["43", "431"] },
      { where: "line 5", destinationPrefixes: ["33"] },
    ]);
  });

  test("holds thousands of prefixes in one cell", () => {
    const prefixes = Array.from({ length: 5_000 }, (_, index) => String(27_000_000 + index));
    expect(linesOf(`${header}\nZA,South Africa,Special,0.89250,,"${prefixes.join(", ")}"`)[0]?.destinationPrefixes).toEqual(
      prefixes,
    );
  });

  test("may have its columns in another order, more of them, or fewer", () => {
    const text = "Destination Prefixes,Notes,Base Price / min\n376,none,0.04700";
    expect(linesOf(text)).toEqual([
      { where: "line 2", description: "", perMinute: "0.04700", originPrefixes: [], destinationPrefixes: ["376"] },
    ]);
  });

  test.each([
    ["Price / min", "0.1"],
    ["Price/Min", "0.1"],
    ["PRICE PER MINUTE", "0.1"],
    ["Base Price / min,Price / min", "0.2,0.1"],
    ["Base Price / min,Current Price / min", "0.2,0.1"],
  ])("may call its price %j, and what the account pays comes first", (title, price) => {
    expect(linesOf(`Country,Destination Prefixes,${title}\nAndorra,376,${price}`)).toMatchObject([
      { perMinute: "0.1", description: "Andorra" },
    ]);
  });

  test("keeps a line that is too short, which then is bad by itself", () => {
    expect(linesOf(`${header}\nAD,Andorra\nFR,France,France,0.01570,,33`)).toMatchObject([
      { where: "line 2", perMinute: "", destinationPrefixes: [] },
      { where: "line 3", perMinute: "0.01570" },
    ]);
  });

  test.each([
    ["is empty", "", /^The file is empty\.$/],
    [
      "has no column for prices",
      "ISO,Destination Prefixes\nAD,376",
      /^The file has no column "Price \/ min"\. Its header is: ISO, Destination Prefixes\.$/,
    ],
    ["has neither", "ISO;Price\nAD;1", /no column "Price \/ min" and "Destination Prefixes"/],
    ["never closes a quote", `${header}\nAD,Andorra,"Andorra,0.04700,,376\n`, /no CSV: Quote Not Closed.* line 2/],
  ])("that %s is refused with a sentence", (_what, text, why) => {
    const read = readPriceCsv(text);
    expect(read).toMatchObject({ ok: false, error: expect.stringMatching(why) as string });
  });

  test("never throws, whatever the file holds, and takes no price below zero out of it", () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom("4", "3", ".", "-", "$", '"', ",", " ", "\n") }), fc.string());
    const row = fc.array(cell, { minLength: 1, maxLength: 7 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const lines = readPriceCsv([header, ...rows].join("\n"));
        const prices = lines.ok ? lines.value.map(readPriceLine) : [];
        expect(prices.every((price) => !price.ok || price.value.perMinuteMicros >= 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
