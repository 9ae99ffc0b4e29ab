import { expect, test } from "vitest";
import { labelOf } from "./labels.ts";

const before = (preceding: string) => labelOf({ preceding, following: "" });
const after = (following: string) => labelOf({ preceding: "", following });

test("the nearest label before a number speaks of it", () => {
  expect(before("Phone: ")).toBe("phone");
  expect(before("Tel. 555 1234, Fax: ")).toBe("fax");
  expect(before("Fax 555 1234, Tel: ")).toBe("phone");
  expect(before("Order by phone ")).toBe("phone");
  expect(before("telemetry ")).toBe("none");
});

test("a letter is a label only where it is marked as one", () => {
  expect(before("T: ")).toBe("phone");
  expect(before("plan T ")).toBe("none");
  expect(after(" (F)")).toBe("fax");
});

test("a word that is out of reach in part is no label", () => {
  expect(before(`pp.${"- ".repeat(23)}`)).toBe("none");
});

test("a label behind a number counts unless another number follows it", () => {
  expect(after(" (fax)")).toBe("fax");
  expect(after(" mobile")).toBe("phone");
  expect(after(" Fax 555 1234")).toBe("none");
});

test.for(["Teléfono: ", "Téléphone : ", "Телефон: ", "هاتف: ", "电话", "τηλ. ", "Puh. ", "टफोन फ़ोन: "])(
  "%s is a label",
  (text) => {
    expect(before(text)).toBe("phone");
  },
);

test("a reference number is known by the word right before it", () => {
  expect(before("Order no. ")).toBe("reference");
  expect(before("Bestellnummer: ")).toBe("reference");
  expect(before("ISBN ")).toBe("reference");
  expect(before("To order call ")).toBe("phone");
  expect(before("border ")).toBe("none");
  expect(before("Order it today from ")).toBe("other");
});

test('"no." after a word for phone belongs to it', () => {
  expect(before("Phone no. ")).toBe("phone");
  expect(before("Tel. Nr.: ")).toBe("phone");
  expect(before("No. ")).toBe("reference");
  expect(before("no number ")).toBe("none");
});
