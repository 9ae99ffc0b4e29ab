import { expect, test } from "vitest";
import { dtmfOf, keys, nameOfKey } from "./keys.ts";

const bare = { ctrlKey: false, metaKey: false, altKey: false };

test("digits, star and pound of the keyboard go into the call", () => {
  for (const { key } of keys) expect(dtmfOf({ ...bare, key })).toBe(key);
});

test("letters, names of keys and shortcuts do not", () => {
  expect(dtmfOf({ ...bare, key: "m" })).toBeUndefined();
  expect(dtmfOf({ ...bare, key: "F1" })).toBeUndefined();
  expect(dtmfOf({ ...bare, ctrlKey: true, key: "1" })).toBeUndefined();
});

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
