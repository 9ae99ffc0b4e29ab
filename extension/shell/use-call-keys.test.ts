import { expect, test } from "vitest";
import { commandOf } from "./use-call-keys.ts";

const bare = { repeat: false, ctrlKey: false, metaKey: false, altKey: false };

test("digits, star and pound go into the call", () => {
  for (const digit of "0123456789*#") expect(commandOf({ ...bare, key: digit })).toEqual({ kind: "digit", digit });
});

test("a digit of another script is the digit that it is", () => {
  expect(commandOf({ ...bare, key: "٤" })).toEqual({ kind: "digit", digit: "4" });
});

test("what only makes a pause is no digit", () => {
  for (const key of ["w", "W", ","]) expect(commandOf({ ...bare, key })).toBeUndefined();
});

test("M mutes, large or small", () => {
  expect(commandOf({ ...bare, key: "m" })).toEqual({ kind: "mute" });
  expect(commandOf({ ...bare, key: "M" })).toEqual({ kind: "mute" });
});

test("a key held down counts once", () => {
  expect(commandOf({ ...bare, key: "5", repeat: true })).toBeUndefined();
});

test("shortcuts and names of keys are left alone", () => {
  expect(commandOf({ ...bare, ctrlKey: true, key: "1" })).toBeUndefined();
  expect(commandOf({ ...bare, metaKey: true, key: "m" })).toBeUndefined();
  expect(commandOf({ ...bare, key: "F1" })).toBeUndefined();
});
