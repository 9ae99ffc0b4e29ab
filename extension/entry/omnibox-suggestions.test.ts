import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { defaultDescription, readEntered, suggestionOf } from "./omnibox-suggestions.ts";

test("a number is called however it is written, and anything else is a name", () => {
  expect(readEntered("030 23125104", "DE")).toEqual({ kind: "number", number: "+493023125104", extension: undefined });
  expect(readEntered("+1 415 555 2671 ext. 12", "DE")).toEqual({ kind: "number", number: "+14155552671", extension: "12" });
  expect(readEntered(" Ada ", "DE")).toEqual({ kind: "name", text: "Ada", country: "DE" });
  expect(readEntered("123", "DE")).toMatchObject({ kind: "name" });
});

test("a name cannot break the browser's markup", () => {
  const contact = { name: `Smith & "Sons" <Ltd>`, number: "+442079460958" as E164 };
  expect(suggestionOf(contact, undefined)).toEqual({
    content: "+442079460958",
    description: "Smith &amp; &quot;Sons&quot; &lt;Ltd&gt; <dim>+44 20 7946 0958</dim>",
  });
});

test("a suggestion says what a minute costs once that is known, and a number without a name stands for itself", () => {
  const number = "+442079460958" as E164;
  expect(suggestionOf({ name: undefined, number }, "$0.0140/min")).toEqual({
    content: number,
    description: "+44 20 7946 0958 <dim>$0.0140/min</dim>",
  });
});

test("the first line says which number Enter calls", () => {
  const entered = readEntered("030 23125104", "DE");
  expect(defaultDescription(entered, undefined)).toBe("Call +49 30 23125104");
  expect(defaultDescription(entered, "$0.0140/min")).toBe("Call +49 30 23125104 <dim>$0.0140/min</dim>");
});
