import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAtCaret, looksLikeNumber } from "./format-at-caret.ts";

/** A text with a bar where the caret stands. */
function type(marked: string, region: "US" | "GB" = "US"): string {
  const caret = marked.indexOf("|");
  const typed = formatAtCaret({ text: marked.replace("|", ""), caret }, region);
  return `${typed.text.slice(0, typed.caret)}|${typed.text.slice(typed.caret)}`;
}

test("a number is written its country's way while it is typed", () => {
  expect(type("4155552671|")).toBe("(415) 555-2671|");
  expect(type("+442079460958|")).toBe("+44 20 7946 0958|");
  expect(type("02079460958|", "GB")).toBe("020 7946 0958|");
});

test("a digit put in the middle leaves the caret behind it", () => {
  expect(type("(4155|) 552-671")).toBe("(415) 5|55-2671");
});

test("taking a digit out of the middle leaves the caret where it was", () => {
  expect(type("+44 20 7|46 0958")).toBe("+44 20 7|460 958");
});

test("names are left alone", () => {
  expect(type("Ada L|ovelace")).toBe("Ada L|ovelace");
  expect(looksLikeNumber("Agent 47")).toBe(false);
  expect(looksLikeNumber("")).toBe(false);
});

describe("whatever is typed", () => {
  const typing = fc
    .tuple(fc.array(fc.constantFrom(..."+0123456789 ()-")), fc.nat())
    .map(([characters, at]) => ({ text: characters.join(""), caret: at % (characters.length + 1) }));

  test("the caret stays within the text", () => {
    fc.assert(
      fc.property(typing, (typed) => {
        const { text, caret } = formatAtCaret(typed, "US");
        return caret >= 0 && caret <= text.length;
      }),
    );
  });

  test("no digit is lost or added", () => {
    fc.assert(
      fc.property(typing, (typed) => {
        expect(formatAtCaret(typed, "US").text.replace(/\D/g, "")).toBe(typed.text.replace(/\D/g, ""));
      }),
    );
  });
});
