import { expect, test } from "vitest";
import { creditCommand } from "./credit-command.ts";

test("an ordinary address stands as it is", () => {
  expect(creditCommand("ada+calls@example.com")).toBe('npm run cli -- credit ada+calls@example.com 25.00 --reason "top-up"');
});

test.each([
  ["a;b@example.com", "'a;b@example.com'"],
  ["$(touch x)@example.com", "'$(touch x)@example.com'"],
  ['"a b"@example.com', `'"a b"@example.com'`],
  ["o'brien@example.com", String.raw`'o'\''brien@example.com'`],
])("%s is one word to a shell, which runs nothing of it", (email, word) => {
  expect(creditCommand(email)).toBe(`npm run cli -- credit ${word} 25.00 --reason "top-up"`);
});
