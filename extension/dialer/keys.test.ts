import { expect, test } from "vitest";
import { keys, nameOfKey } from "./keys.ts";

test("each key has a name for ears", () => {
  expect(keys.map(({ key, letters }) => nameOfKey(key, letters))).toEqual([
    "1",
    "2, ABC",
    "3, DEF",
    "4, GHI",
    "5, JKL",
    "6, MNO",
    "7, PQRS",
    "8, TUV",
    "9, WXYZ",
    "star",
    "0, plus, when held",
    "pound",
  ]);
});
