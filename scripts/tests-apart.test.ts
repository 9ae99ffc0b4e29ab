import { join } from "node:path";
import { expect, test } from "vitest";
import { findTestsApart } from "./tests-apart.ts";

test("a unit test that mocks a module, or speaks another language, has a process of its own, and no other has", () => {
  const apart = findTestsApart(join(import.meta.dirname, ".."));
  expect(apart).toContain("extension/platform/settings-store.test.ts");
  expect(apart).toContain("extension/ui/counted.test.ts");
  expect(apart).not.toContain("shared/phone-number.test.ts");
});
