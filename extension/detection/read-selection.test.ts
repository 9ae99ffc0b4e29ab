import { expect, test } from "vitest";
import { readNumberText } from "./phone-library.ts";
import { readSelection } from "./read-selection.ts";

const read = (text: string) => readSelection(text, { readNumber: readNumberText, regions: ["US"] });

test.for([
  ["4155552671", "+14155552671"],
  ["  415 555 2671\n", "+14155552671"],
  ["+44 20 7946 0958", "+442079460958"],
  ["call Ada at 415-555-2671 or 212-555-0145", "+14155552671"],
  ["Fax (415) 555-2671", "+14155552671"],
  ["1-800-FLOWERS", "+18003569377"],
])("%j selected is %s", ([text, e164]) => {
  expect(read(text ?? "")).toMatchObject({ e164 });
});

test.for(["", "Ada", "12345", "order no. 4155552671", "sum 4155552671", "2024-05-15 10:22", "$4155552671"])(
  "%j selected is no number",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);
