import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import { listNumbers } from "./page-list.ts";

const desk = { number: "+14155550111" as E164, extension: undefined };
const workshop = { number: "+14155550112" as E164, extension: undefined };

test("a number is listed once, where it stands first, with how often it stands there", () => {
  const frames = [
    { frameId: 0, numbers: [workshop, desk, workshop], current: undefined },
    { frameId: 4, numbers: [desk], current: undefined },
  ];
  expect(listNumbers(frames)).toEqual([
    { ...workshop, count: 2, place: { frameId: 0, index: 0, number: workshop.number } },
    { ...desk, count: 2, place: { frameId: 0, index: 1, number: desk.number } },
  ]);
});

test("the same number with another extension is another number to call", () => {
  const numbers = [desk, { ...desk, extension: "12" }];
  expect(listNumbers([{ frameId: 0, numbers, current: undefined }]).map(({ extension }) => extension)).toEqual([undefined, "12"]);
});

test("a page without numbers lists none", () => {
  expect(listNumbers([])).toEqual([]);
});
