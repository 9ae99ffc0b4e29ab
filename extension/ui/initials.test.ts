import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["Ada Lovelace", "AL"],
  ["Ada King Lovelace", "AL"],
  ["élodie", "É"],
  ["  Acme (Support) 24 ", "A2"],
  ["山田 太郎", "山太"],
  ["—", ""],
])("%s gives %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
