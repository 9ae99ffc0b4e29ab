import { expect, test } from "vitest";
import { importContactsSchema } from "#shared/api/contacts.ts";
import { checkContacts } from "./contacts-file.ts";
import { importBatches } from "./import-batches.ts";

function contacts(count: number, note = "") {
  const entries = Array.from({ length: count }, (_, index) => ({
    ok: true as const,
    value: { line: index, name: `Ada ${index}`, number: `+1415555${String(index).padStart(4, "0")}`, company: "", note },
  }));
  return checkContacts(entries, "US").contacts;
}

test("every contact is sent once, in order, in batches that the server takes", () => {
  for (const note of ["", "x".repeat(2_000), "ü".repeat(2_000)]) {
    const all = contacts(450, note);
    const batches = importBatches(all);
    expect(batches.flat().map(({ name }) => name)).toEqual(all.map(({ name }) => name));
    for (const batch of batches) {
      const body = { contacts: batch, onDuplicate: "keep" };
      expect(importContactsSchema.safeParse(body).success).toBe(true);
      expect(new TextEncoder().encode(JSON.stringify(body)).length).toBeLessThan(64 * 1024);
    }
  }
  expect(importBatches(contacts(450)).map(({ length }) => length)).toEqual([200, 200, 50]);
  expect(importBatches([])).toEqual([]);
});
