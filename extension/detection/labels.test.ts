import { expect, test } from "vitest";
import { isNamedOtherwise, labelOf } from "./labels.ts";

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
  expect(isNamedOtherwise("Order no. ")).toBe(true);
  expect(isNamedOtherwise("Bestellnummer: ")).toBe(true);
  expect(isNamedOtherwise("ISBN ")).toBe(true);
  expect(isNamedOtherwise("To order call ")).toBe(false);
  expect(isNamedOtherwise("border ")).toBe(false);
});
