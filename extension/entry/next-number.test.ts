import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import type { FrameNumbers } from "../detection/tab-numbers.ts";
import { nextNumber } from "./next-number.ts";

const numberOf = (digits: string) => ({ number: `+1415555${digits}` as E164, extension: undefined });
const page: FrameNumbers = { frameId: 0, numbers: [numberOf("0111"), numberOf("0112")], current: undefined };
const frame: FrameNumbers = { frameId: 7, numbers: [numberOf("0113")], current: undefined };

test("the first step forwards is to the first number, and the first backwards to the last", () => {
  expect(nextNumber([page, frame], "next")).toEqual({
    place: { frameId: 0, index: 0, number: "+14155550111" },
    position: 1,
    total: 3,
  });
  expect(nextNumber([page, frame], "previous")).toMatchObject({ place: { frameId: 7, index: 0 }, position: 3 });
});

test("steps go from the page into its frames and back", () => {
  expect(nextNumber([{ ...page, current: 1 }, frame], "next")).toMatchObject({ place: { frameId: 7 }, position: 3, total: 3 });
  expect(nextNumber([page, { ...frame, current: 0 }], "previous")).toMatchObject({
    place: { frameId: 0, index: 1 },
    position: 2,
  });
});

test("after the last number comes the first, and before the first the last", () => {
  expect(nextNumber([page, { ...frame, current: 0 }], "next")).toMatchObject({ position: 1 });
  expect(nextNumber([{ ...page, current: 0 }, frame], "previous")).toMatchObject({ position: 3 });
});

test("a page without numbers has nowhere to step to", () => {
  expect(nextNumber([], "next")).toBeUndefined();
  expect(nextNumber([{ ...page, numbers: [] }], "previous")).toBeUndefined();
});
