import { expect, test } from "vitest";
import { findLiterals } from "./testing/find-literals.ts";
import { extensionSources } from "./testing/sources.ts";

/** Words of pages, and not of people who use Ringback: what numbers are found by. */
const wordLists = new Set([
  // Letters that two write for one.
  "dialer/match-people.ts",
  "detection/claimed-click.ts",
  "detection/element-kinds.ts",
  "detection/extension-suffix.ts",
  "detection/label-words.ts",
  "detection/numbering-plan.ts",
  "detection/read-page-signals.ts",
  "detection/vanity-numbers.ts",
]);

/** A report that is read by whoever helps, in the one language that helpers share. */
const reports = new Set(["shell/diagnostics/read-diagnostics.ts", "shell/diagnostics/write-diagnostics.ts"]);

const notWords = new Set([
  // Names, which are the same in every language.
  "Ringback",
  "Ringback Flags",
  "Twilio",
  // Names of errors in the browser's interfaces, and our own for the console.
  "AbortError",
  "ApiError",
  "NotAllowedError",
  "NotFoundError",
  "NotReadableError",
  "OverconstrainedError",
  "SecurityError",
  "Nobody answered.",
  "Only the extension's own pages may ask this.",
  // Classes, styles and keys.
  ":host { {}; }",
  "--most-height: {}px",
  "left: {}px !important",
  "top: {}px !important",
  "own element",
  "page tools",
  "(prefers-reduced-motion: reduce)",
  "quiet change",
  "quiet close",
  "quiet tool",
  // Written for machines, and for who reviews extensions.
  "CallSid",
  "Holds the microphone and the WebRTC connection of a call while its popup is closed.",
  // The name, with a sentence that comes from the files.
  "Ringback: {}",
  "Bearer {}",
  "{} ext. {}",
  "M",
  'npm run cli -- credit {} 25.00 --reason "top-up"',
  // What the server writes into the books, by which it is known.
  "paid by card",
  "pays off what is owed",
  "disputed with the bank",
  "dispute won",
  "refunded to the card",
  "refund came to nothing",
  "Demo account",
  // An example of an amount.
  "0.00",
]);

const sources = extensionSources().filter(({ path }) => !wordLists.has(path) && !reports.has(path));

test("no word that a person sees or hears stands outside the locale files", () => {
  const outside = sources.flatMap(({ path, code }) =>
    findLiterals(path, code)
      .filter((words) => !notWords.has(words))
      .map((words) => `${path}: ${words}`),
  );
  expect(outside).toEqual([]);
});

test.each([
  ["text in JSX", "const a = <p>Hello there</p>;"],
  ["one word of it", "const a = <p>there</p>;"],
  ["a label", 'const a = <input aria-label="number" />;'],
  ["a placeholder", 'const a = <input placeholder="name" />;'],
  ["a word chosen in JSX", 'const a = <p>{isOver ? "Ended" : "Calling"}</p>;'],
  ["a sentence in a constant", 'const gone = "The page is gone.";'],
  ["a count", "const a = `${count} calls`;"],
])("%s would be found", (_what, code) => {
  expect(findLiterals("a.tsx", code)).not.toEqual([]);
});

test("what only machines and developers read is none", () => {
  const code = `
    import type { A } from "a b c";
    type Way = "One way" | "Another way";
    const a = <div className="card is open" role="status" />;
    if (event.key === "Escape") throw new Error("This cannot be.");
    console.warn("Nobody sees this.");
  `;
  expect(findLiterals("a.tsx", code)).toEqual([]);
});
