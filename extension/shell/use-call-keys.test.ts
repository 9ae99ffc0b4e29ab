import { expect, test } from "vitest";
import { commandOf } from "./use-call-keys.ts";

const bare = { repeat: false, ctrlKey: false, metaKey: false, altKey: false };

test("digits, star and pound go into the call", () => {
  for (const digit of "0123456789*#") expect(commandOf({ ...bare, key: digit })).toEqual({ kind: "digit", digit });
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
