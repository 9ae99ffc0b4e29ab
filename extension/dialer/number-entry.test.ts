import { describe, expect, test } from "vitest";
import { parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import {
  enterNumber,
  eraseLast,
  pickCountry,
  pressKey,
  readTarget,
  shownCountry,
  type NumberEntry,
  zeroToPlus,
} from "./number-entry.ts";

const typed = (keys: string, country: NumberEntry["country"] = "US") =>
  [...keys].reduce<NumberEntry>((entry, key) => pressKey(entry, key), { text: "", country });

function e164(text: string): E164 {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text} is not a number`);
  return parsed.value.e164;
}

describe("what is typed is meant as", () => {
  test("nothing", () => expect(readTarget({ text: "  ", country: "US" })).toEqual({ kind: "empty" }));

  test("a name, when it has letters", () => {
    expect(readTarget({ text: " Ada ", country: "US" })).toEqual({ kind: "name", query: "Ada" });
  });

  test("a number of the country picked, in national form", () => {
    expect(readTarget(typed("02079460958", "GB"))).toEqual({ kind: "number", number: "+442079460958", country: "GB" });
  });

  test("a number of any country, in international form", () => {
    expect(readTarget(typed("+442079460958"))).toMatchObject({ kind: "number", country: "GB" });
  });

  test("a number with an extension, though it has letters", () => {
    expect(readTarget({ text: "(415) 555-2671 ext. 12", country: "US" })).toMatchObject({
      kind: "number",
      number: "+14155552671",
    });
  });

  test("a number that is not complete yet", () => {
    expect(readTarget(typed("415555"))).toEqual({ kind: "incomplete", problem: "too_short", country: "US" });
  });
});

test("the flag follows the number, not the country picked", () => {
  expect(shownCountry(typed("020"))).toBe("US");
  expect(shownCountry(typed("+4"))).toBe("US");
  expect(shownCountry(typed("+44"))).toBe("GB");
  expect(shownCountry(typed("+49301"))).toBe("DE");
  expect(shownCountry(typed("+442079460958"))).toBe("GB");
});

test("keys write the number its country's way, and the last can be taken back", () => {
  expect(typed("4155552671").text).toBe("(415) 555-2671");
  expect(eraseLast(typed("4155552671")).text).toBe("(415) 555-267");
  expect(eraseLast(typed("4")).text).toBe("");
  expect(eraseLast({ text: "Ada", country: "US" }).text).toBe("Ad");
});

test("erasing always ends with nothing", () => {
  let entry = typed("+442079460958");
  for (let presses = 0; entry.text !== ""; presses++) {
    expect(presses).toBeLessThan(13);
    entry = eraseLast(entry);
  }
});

test("another country writes the same digits its own way", () => {
  expect(pickCountry(typed("4155552671"), "DE")).toEqual({ text: "4155552671", country: "DE" });
  expect(pickCountry({ text: "020 7946 0958", country: "US" }, "GB").text).toBe("020 7946 0958");
});

test("a number chosen from a list brings its country along", () => {
  expect(enterNumber(e164("+442079460958"), "US")).toEqual({ text: "+44 20 7946 0958", country: "GB" });
  expect(enterNumber(e164("+80012345678"), "US").country).toBe("US");
});

test("a zero that is held becomes a plus", () => {
  expect(zeroToPlus(typed("0"), 1)).toEqual({ text: "+", country: "US" });
  expect(zeroToPlus({ text: "0 44 20", country: "US" }, 1).text).toBe("+44 20");
});
