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

    test("search finds names whatever their accents and case, and by initials", async () => {
      const { add, names } = await setUpContacts(open);
      await add("Zoë Núñez", "+14155552671", { company: "Café Größe" });
      await add("أحمد علي", "+14155552672");
      expect(await names("zoe nunez")).toEqual(["Zoë Núñez"]);
      expect(await names("ZN")).toEqual(["Zoë Núñez"]);
      expect(await names("cafe gross")).toEqual(["Zoë Núñez"]);
      expect(await names("احمد")).toEqual(["أحمد علي"]);
    });

    test("the calls to a number that was nobody's are those of whoever is given it", async () => {
      const { store, accountId, add, createCall } = await setUpContacts(open);
      const call = await createCall({ toNumber: number("+14155552671"), createdMs: startMs + 7 });
      const { contact } = await add("Ada", "+14155552671");
      expect(await store.findCall(call.id)).toMatchObject({ contactId: contact.id, contactName: "Ada" });
      expect(contact.lastCalledMs).toBe(startMs + 7);
      const later = await createCall({ toNumber: number("+442071838750") });
      await store.updateContact({ ...contact, number: number("+442071838750") });
      expect((await store.findCall(later.id))?.contactId).toBe(contact.id);
      expect((await store.findCall(call.id))?.contactId).toBe(contact.id);
      expect(await store.findContactByNumber(accountId, number("+14155552671"))).toBeUndefined();
    });

    test("a contact is changed by its own account, to a number that no other has", async () => {
      const { store, accountId, add, names } = await setUpContacts(open);
      const { contact } = await add("Ada", "+14155552671");
      const bob = (await add("Bob", "+14155552672")).contact;
      const changed = { ...contact, name: "Grace", company: "Navy", note: "Admiral" };
      expect(await store.updateContact(changed)).toEqual({ ok: true, value: changed });
      expect(await names("grace")).toEqual(["Grace"]);
      expect(await names("ada")).toEqual([]);
      const taken = await store.updateContact({ ...contact, number: bob.number });
      expect(taken).toEqual({ ok: false, error: { kind: "contact_exists", contact: bob } });
      const foreign = await store.updateContact({ ...contact, accountId: newAccountId() });
      expect(foreign).toEqual({ ok: false, error: { kind: "not_found" } });
      expect(await store.countContacts(accountId)).toBe(2);
    });

    test("a contact that is taken away leaves its calls, and gets them back when it returns", async () => {
      const { store, accountId, add, createCall } = await setUpContacts(open);
      const { contact } = await add("Ada", "+14155552671");
      const call = await createCall({ toNumber: contact.number, contactId: contact.id });
      expect(await store.removeContact(newAccountId(), contact.id)).toBeUndefined();
      expect(await store.removeContact(accountId, contact.id)).toEqual(contact);
      expect(await store.removeContact(accountId, contact.id)).toBeUndefined();
      expect(await store.findCall(call.id)).toMatchObject({ contactId: null, contactName: null });
      await add("Ada", "+14155552671");
      expect(await store.findCall(call.id)).toMatchObject({ contactName: "Ada" });
    });

    test("an import adds what is new and keeps or replaces the rest, as it is told", async () => {
      const { store, accountId, newContact, names } = await setUpContacts(open);
      const first = [newContact("Ada", "+14155552671"), newContact("Bob", "+14155552672")];
      expect(await store.importContacts(first, "keep")).toEqual({ added: 2, replaced: 0, kept: 0 });
      const second = [newContact("Grace", "+14155552671"), newContact("Carl", "+14155552673"), newContact("C.", "+14155552673")];
      expect(await store.importContacts(second, "keep")).toEqual({ added: 1, replaced: 0, kept: 2 });
      expect(await names()).toEqual(["Ada", "Bob", "Carl"]);
      expect(await store.importContacts(second, "replace")).toEqual({ added: 0, replaced: 3, kept: 0 });
      expect(await names()).toEqual(["Bob", "C.", "Grace"]);
      expect(await names("grace")).toEqual(["Grace"]);
      expect(await store.importContacts([], "keep")).toEqual({ added: 0, replaced: 0, kept: 0 });
      expect(await store.countContacts(accountId)).toBe(3);
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
  const { store, accountId, createCall } = await setUp(open);
  const newContact = (name: string, e164: string, overrides: Partial<ContactRow> = {}): ContactRow => ({
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
  const add = (...contact: Parameters<typeof newContact>) => store.addContact(newContact(...contact));
  const names = async (query?: string) =>
    (await store.listContacts(accountId, { limit: 50, ...(query !== undefined && { query }) })).items.map(({ name }) => name);
  return { store, accountId, createCall, newContact, add, names };
}
