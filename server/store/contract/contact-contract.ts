import { contactIdSchema } from "#shared/ids.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { ContactRow } from "../contact-store.ts";
import { newAccountId, number, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeContacts(open: OpenStore): void {
  describe("contacts", () => {
    test("a number has one contact: the second is not made, and the first is given", async () => {
      const { add } = await setUpContacts(open);
      const first = await add("Ada", "+14155552671");
      expect(await add("Someone else", "+14155552671")).toEqual({ contact: first.contact, created: false });
      expect(first.created).toBe(true);
    });

    test("a contact is found by its number, by its own account only", async () => {
      const { store, accountId, add } = await setUpContacts(open);
      const { contact } = await add("Ada", "+14155552671");
      expect(await store.findContactByNumber(accountId, number("+14155552671"))).toEqual(contact);
      expect(await store.findContactByNumber(accountId, number("+14155552672"))).toBeUndefined();
      expect(await store.findContactByNumber(newAccountId(), number("+14155552671"))).toBeUndefined();
    });

    test("contacts are listed by name whatever the case, page by page", async () => {
      const { store, accountId, add, names } = await setUpContacts(open);
      await add("carol", "+14155552671");
      await add("Ada", "+14155552672");
      await add("Bob", "+14155552673");
      await add("ada", "+14155552674");
      expect((await names()).map((name) => name.toLowerCase())).toEqual(["ada", "ada", "bob", "carol"]);
      const first = await store.listContacts(accountId, { limit: 3 });
      const second = await store.listContacts(accountId, { limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) });
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(await names());
      expect(second.nextCursor).toBeNull();
    });

    test("search looks at name, company and number, and takes what is typed literally", async () => {
      const { add, names } = await setUpContacts(open);
      await add("Ada", "+14155552671", { company: "Engines" });
      await add("100% Bob_", "+442071838750");
      expect(await names("ad")).toEqual(["Ada"]);
      expect(await names("engin")).toEqual(["Ada"]);
      expect(await names("(415) 555")).toEqual(["Ada"]);
      expect(await names("0%")).toEqual(["100% Bob_"]);
      expect(await names("_")).toEqual(["100% Bob_"]);
      expect(await names("nobody")).toEqual([]);
    });

    test("the time of the last call moves forward and never back", async () => {
      const { store, accountId, add } = await setUpContacts(open);
      const { contact } = await add("Ada", "+14155552671");
      const lastCalled = async () => (await store.findContactByNumber(accountId, contact.number))?.lastCalledMs;
      await store.touchContact(contact.id, startMs + 5);
      await store.touchContact(contact.id, startMs + 3);
      expect(await lastCalled()).toBe(startMs + 5);
    });
  });
}

async function setUpContacts(open: OpenStore) {
  const { store, accountId } = await setUp(open);
  const add = (name: string, e164: string, overrides: Partial<ContactRow> = {}) =>
    store.addContact({
      id: contactIdSchema.parse(`con_${ulid()}`),
      accountId,
      name,
      number: number(e164),
      company: null,
      note: null,
      createdMs: startMs,
      lastCalledMs: null,
      ...overrides,
    });
  const names = async (query?: string) =>
    (await store.listContacts(accountId, { limit: 50, ...(query !== undefined && { query }) })).items.map(({ name }) => name);
  return { store, accountId, add, names };
}
