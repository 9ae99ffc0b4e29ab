import type { CountryCode } from "#shared/phone-number.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findNumbers, type SearchedText } from "./find-numbers.ts";
import type { ReadNumberText } from "./number-reader.ts";
import { readNumberText } from "./phone-library.ts";
import { markedFrom, offeredFrom } from "./score-number.ts";

function find(searched: SearchedText, ...regions: CountryCode[]) {
  return findNumbers(searched, { readNumber: readNumberText, regions, atLeast: offeredFrom });
}

/** The marked numbers of a text as "what is written = what is dialled". */
function marked(text: string, ...regions: CountryCode[]): string[] {
  return find({ text }, ...regions)
    .filter(({ score }) => score >= markedFrom)
    .map(({ start, end, e164, extension }) => `${text.slice(start, end)} = ${e164}${extension ? ` ext ${extension}` : ""}`);
}

describe("numbers as people write them are found whole", () => {
  test.for<[CountryCode, string, string[]]>([
    ["US", "Call (415) 555-2671 today", ["(415) 555-2671 = +14155552671"]],
    ["US", "415.555.2671", ["415.555.2671 = +14155552671"]],
    ["US", "1-415-555-2671", ["1-415-555-2671 = +14155552671"]],
    ["US", "Tel4155552671", ["4155552671 = +14155552671"]],
    ["US", "reach us at 415 - 555 - 2671.", ["415 - 555 - 2671 = +14155552671"]],
    ["US", "415-555-2671 ext. 12", ["415-555-2671 ext. 12 = +14155552671 ext 12"]],
    ["US", "415-555-2671 x4", ["415-555-2671 x4 = +14155552671 ext 4"]],
    ["GB", "020 7946 0958", ["020 7946 0958 = +442079460958"]],
    ["GB", "0207 946 0958", ["0207 946 0958 = +442079460958"]],
    ["US", "+44 (0) 20 7946 0958", ["+44 (0) 20 7946 0958 = +442079460958"]],
    ["DE", "0221 / 9822 – 2220", ["0221 / 9822 – 2220 = +4922198222220"]],
    ["DE", "Telefon: 030/23125-0", ["030/23125-0 = +4930231250"]],
    ["DE", "Tel. 0049 30 23125 104", ["0049 30 23125 104 = +493023125104"]],
    ["FR", "01 99 00 21 47", ["01 99 00 21 47 = +33199002147"]],
    ["FR", "01.99.00.21.47", ["01.99.00.21.47 = +33199002147"]],
    ["ES", "Llámenos: 912 345 678", ["912 345 678 = +34912345678"]],
    ["NO", "Tlf. 22 85 50 50", ["22 85 50 50 = +4722855050"]],
    ["JP", "電話03-5550-0123", ["03-5550-0123 = +81355500123"]],
    ["CN", "电话：010-65551234", ["010-65551234 = +861065551234"]],
    ["EG", "هاتف: ٠٢ ٢٧٩٥ ١٢٣٤", ["٠٢ ٢٧٩٥ ١٢٣٤ = +20227951234"]],
    ["JP", "ＴＥＬ ０３－５５５０－０１２３", ["０３－５５５０－０１２３ = +81355500123"]],
    ["US", "Tel: 44 (0) 20 7946 0958", ["44 (0) 20 7946 0958 = +442079460958"]],
    ["US", "(415-555-2671)", ["415-555-2671 = +14155552671"]],
    ["US", "Ada(415) 555-2671", ["(415) 555-2671 = +14155552671"]],
    ["US", "Ada+1 415 555 2671", ["+1 415 555 2671 = +14155552671"]],
    ["TN", "Tel: 20 198 564", ["20 198 564 = +21620198564"]],
    ["US", "(415)\n          555-2671", ["(415)\n          555-2671 = +14155552671"]],
    ["US", "011 44 20 7946 0958", ["011 44 20 7946 0958 = +442079460958"]],
    ["US", "0044 20 7946 0958", ["0044 20 7946 0958 = +442079460958"]],
    ["DE", "011 44 20 7946 0958", ["011 44 20 7946 0958 = +442079460958"]],
    ["JP", "010 44 20 7946 0958", ["010 44 20 7946 0958 = +442079460958"]],
    ["AU", "0011 44 20 7946 0958", ["0011 44 20 7946 0958 = +442079460958"]],
    ["US", "+34 (0)91 123 45 67", ["+34 (0)91 123 45 67 = +34911234567"]],
  ])("%s: %s", ([region, text, expected]) => {
    expect(marked(text, region)).toEqual(expected);
  });
});

describe("several numbers in one text are told apart", () => {
  test.for<[string, string[]]>([
    ["(413) 732-8702\n\n(401) 785-8906", ["(413) 732-8702 = +14137328702", "(401) 785-8906 = +14017858906"]],
    ["212-307-7050/800-451-9930", ["212-307-7050 = +12123077050", "800-451-9930 = +18004519930"]],
    ["San Dimas, CA 91773 909-394-6200", ["909-394-6200 = +19093946200"]],
    ["415-555-2671 or +1 212 555 0145", ["415-555-2671 = +14155552671", "+1 212 555 0145 = +12125550145"]],
    ["San Dimas, CA 91773\n909-394-6200", ["909-394-6200 = +19093946200"]],
    ["My number is (415) 555-2671. 34215 is my zip-code.", ["(415) 555-2671 = +14155552671"]],
    ["415-555-2671 -- 212-555-0145", ["415-555-2671 = +14155552671", "212-555-0145 = +12125550145"]],
  ])("%j", ([text, expected]) => {
    expect(marked(text, "US")).toEqual(expected);
  });
});

describe("of a row of numbers that say their last digits only, each is dialled whole", () => {
  test.for<[CountryCode, string, string[]]>([
    ["DE", "Tel. +49 30 123-45/-46", ["+49 30 123-45 = +493012345", "-46 = +493012346"]],
    ["DE", "Tel.: 030/123456-0, -12", ["030/123456-0 = +49301234560", "-12 = +493012345612"]],
    ["DE", "030 1234567/68", ["030 1234567 = +49301234567", "68 = +49301234568"]],
    ["IN", "044-2270 6800 / 6868", ["044-2270 6800 = +914422706800", "6868 = +914422706868"]],
    ["IN", "0657-234 1385/386", ["0657-234 1385 = +916572341385", "386 = +916572341386"]],
    ["US", "Tel. 415-555-2671/72/73", ["415-555-2671 = +14155552671", "72 = +14155552672", "73 = +14155552673"]],
    ["DE", "030 1234567/2012", ["030 1234567 = +49301234567"]],
    ["DE", "Tel. 030 1234567, 12 Uhr", ["030 1234567 = +49301234567"]],
    ["US", "415-555-2671/24h", ["415-555-2671 = +14155552671"]],
    ["US", "415-555-2671 / 20%", ["415-555-2671 = +14155552671"]],
  ])("%s: %s", ([region, text, expected]) => {
    expect(marked(text, region)).toEqual(expected);
  });
});

describe("numbers in letters are dialled by their keys", () => {
  test.for<[CountryCode, string, string[]]>([
    ["US", "Call 1-800-FLOWERS (356-9377) now", ["1-800-FLOWERS (356-9377) = +18003569377"]],
    ["US", "1.888.LUTRON1(588-7661)", ["1.888.LUTRON1(588-7661) = +18885887661"]],
    ["US", "or 1-800-GO-FEDEX.", ["1-800-GO-FEDEX = +18004633339"]],
    ["US", "1-800-MATTRESS", ["1-800-MATTRESS = +18006288737"]],
    ["US", "(800) 555-TELL", ["(800) 555-TELL = +18005558355"]],
    ["FR", "1-800-FLOWERS", ["1-800-FLOWERS = +18003569377"]],
    ["GB", "Tel 0800 FLOWERS", []],
    ["GB", "Tel 0800-FLOWERS", ["0800-FLOWERS = +448003569377"]],
    ["US", "800 WATTS OF POWER", []],
    ["US", "the 888-SERIES2 engine", []],
    ["US", "Phone: 888-SERIES2", ["888-SERIES2 = +18887374372"]],
    ["US", "1-800-CALLS", []],
    ["US", "see 1-800-FLOWERS.COM", []],
    ["US", "order no. 1-800-FLOWERS", []],
    ["US", "AB1-800-FLOWERS", []],
  ])("%s: %s", ([region, text, expected]) => {
    expect(marked(text, region)).toEqual(expected);
  });
});

test.for([
  "ext. 12",
  "ext: 12",
  "Ext 12",
  "x12",
  "x 12",
  "(ext. 12)",
  ", extension 12",
  ";ext=12",
  "#12",
  "poste 12",
  "Durchwahl 12",
  "DW 12",
  "interno 12",
  "anexo 12",
  "ramal 12",
  "toestel 12",
  "wew. 12",
  "linka 12",
  "доб. 12",
  "שלוחה 12",
  "داخلي 12",
  "内線12",
  "分机12",
  "내선 12",
])("the extension %j is sent after the answer", (suffix) => {
  const [found] = find({ text: `Tel. +49 30 23125104 ${suffix}` });
  expect(found).toMatchObject({ e164: "+493023125104", extension: "12" });
});

describe("what only looks like a number is left alone", () => {
  test.for<[CountryCode, string]>([
    ["US", "Order no. 415-555-2671"],
    ["US", "Invoice #4155552671"],
    ["US", "ISBN 978-3-16-148410-0"],
    ["DE", "IBAN DE89 3704 0044 0532 0130 00"],
    ["DE", "Steuernummer 27/026/35703"],
    ["DE", "USt-IdNr. 2712345678"],
    ["FR", "SIRET 732 829 320 00074"],
    ["US", "2024-11-02 10:22"],
    ["US", "27.04.2020 - 18:50"],
    ["GB", "Open 1996-2015"],
    ["US", "server 192.168.100.200"],
    ["US", "$415,555,267"],
    ["US", "costs USD 4155552671"],
    ["US", "3.1415926535"],
    ["US", "37.7749295, -122.4194155"],
    ["US", "550e8400-e29b-41d4-a716-446655440000"],
    ["US", "https://example.com/p/4155552671"],
    ["US", "415-555-2671@example.com"],
    ["US", "4111 1111 1111 1111"],
    ["US", "1 2 3 4 5 6 7 8 9 10"],
    ["US", "4155552671"],
    ["US", "x4155552671y"],
    ["US", "e\u0301415-555-2671"],
    ["US", "(415).(555) (26).(7)12"],
    ["TN", "20 198 564 views"],
  ])("%s: %s", ([region, text]) => {
    expect(marked(text, region)).toEqual([]);
  });
});

test("a number is never cut short: with a digit too many it is none", () => {
  expect(marked("Tel 415-555-26710", "US")).toEqual([]);
  expect(marked("Tel 9415-555-2671", "US")).toEqual([]);
});

test("a fax in a row is one", () => {
  expect(find({ text: "Tel.: 030/123456-0, Fax: -12" }, "DE")).toMatchObject([
    { e164: "+49301234560", isFax: false },
    { e164: "+493012345612", isFax: true },
  ]);
});

test("a fax is found, and said to be one", () => {
  const [phone, fax] = find({ text: "Tel. (415) 555-2671, Fax (415) 555-2672" }, "US");
  expect(phone).toMatchObject({ isFax: false });
  expect(fax).toMatchObject({ e164: "+14155552672", isFax: true });
  expect(find({ text: "Tel/Fax: (415) 555-2671" }, "US")).toMatchObject([{ isFax: false }]);
});

test("the label may stand in the cell before", () => {
  const [found] = find({ text: "4155552671", precedingText: "Phone" }, "US");
  expect(found?.score).toBeGreaterThanOrEqual(markedFrom);
  expect(find({ text: "4155552671", precedingText: "Order" }, "US")).toEqual([]);
});

test("a number in the national form of another country is not dialled as one of the page's", () => {
  expect(marked("020 7946 0958", "US")).toEqual([]);
});

test("digits that nodes divide without a gap are one number, or none", () => {
  expect(find({ text: "12415-555-2671", breaks: [2] }, "US")).toEqual([]);
  expect(find({ text: "(415) 555-2671", breaks: [5] }, "US")).toMatchObject([{ e164: "+14155552671" }]);
  expect(find({ text: "415-555-2671Email us", breaks: [12] }, "US")).toMatchObject([{ end: 12 }]);
});

const signs = fc.constantFrom(..."0123456789+()-./ \n\t,:#@xA–（）０٤é電".split(""));
const regions = fc.constantFrom<CountryCode>("US", "GB", "DE", "FR", "JP", "NO", "IN", "BR");

test("whatever the text, answers lie in order inside it and hold all digits of what is dialled", () => {
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 120 }), regions, (text, region) => {
      let previousEnd = 0;
      for (const { start, end, e164 } of find({ text }, region)) {
        expect(start).toBeGreaterThanOrEqual(previousEnd);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end - start).toBeGreaterThanOrEqual(2);
        expect(e164).toMatch(/^\+\d{7,15}$/);
        previousEnd = end;
      }
    }),
    { numRuns: 2000 },
  );
});

test("100,000 texts of signs that numbers are made of are read without throwing", () => {
  const soup = [..."0123456789012345678901234567890123456789+()-./ \n\t,:;#@x–（）０٤é電A8TelFaxno"];
  const places: readonly CountryCode[] = ["US", "GB", "DE", "JP"];
  // A congruential generator: fast-check takes longer to make a hundred thousand texts than we to read them.
  let state = 1;
  const next = (below: number): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % below;
  for (let count = 0; count < 100_000; count++) {
    const text = Array.from({ length: 4 + next(28) }, () => soup[next(soup.length)]).join("");
    find({ text }, places[next(places.length)] ?? "US");
  }
});

// Any code units, lone surrogates among them.
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

test("any text is read without throwing, with any breaks in it", () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.nat(40)), regions, (text, breaks, region) => {
      find({ text, breaks }, region);
    }),
  );
});

test.for([
  ["digits alone", "1"],
  ["sparse digits", "1 "],
  ["digits far apart", `1${" ".repeat(24)}`],
  ["brackets", "(1) "],
  ["near misses", "415-555-26 "],
])("the phone library is asked in proportion to the length: %s", ([, unit]) => {
  const asked = (length: number) => {
    let count = 0;
    const readNumber: ReadNumberText = (text, region) => {
      count++;
      return readNumberText(text, region);
    };
    findNumbers(
      { text: `Tel ${(unit ?? "").repeat(length / (unit?.length ?? 1))}` },
      { readNumber, regions: ["US", "GB"], atLeast: offeredFrom },
    );
    return count;
  };
  expect(asked(16_000)).toBeLessThanOrEqual(8 * asked(2_000) + 16);
});
