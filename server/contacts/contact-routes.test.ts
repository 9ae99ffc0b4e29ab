import { lookupContactAnswerSchema, listContactsAnswerSchema, saveContactAnswerSchema } from "#shared/api/contacts.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { accountIdSchema, type AccountId } from "#shared/ids.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { SignedIn } from "../http/context.ts";
import type { ContactRow } from "../store/contact-store.ts";
import { createContactRoutes, type ContactRoutesDeps } from "./contact-routes.ts";

function person(letter: string): SignedIn {
  const accountId = accountIdSchema.parse(`acct_${letter.repeat(26)}`);
  return { userId: letter, accountId, email: `${letter}@example.com`, name: letter, role: "member", isDemo: false };
}

const people: Record<string, SignedIn> = { ada: person("A"), bob: person("B") };

/** Contacts kept in a list; the store's own suite says what the real one does. */
function contactsInMemory(): ContactRoutesDeps["contacts"] {
  const rows: ContactRow[] = [];
  const find = (accountId: AccountId, number: string) => rows.find((row) => row.accountId === accountId && row.number === number);
  return {
    async addContact(contact) {
      const existing = find(contact.accountId, contact.number);
      if (existing) return { contact: existing, created: false };
      rows.push(contact);
      return { contact, created: true };
    },
    findContactByNumber: async (accountId, number) => find(accountId, number),
    listContacts: async (accountId) => ({ items: rows.filter((row) => row.accountId === accountId), nextCursor: null }),
  };
}

let app: ReturnType<typeof createContactRoutes>;

const readSession: ContactRoutesDeps["readSession"] = async (headers) => people[headers.get("authorization") ?? ""];

beforeEach(() => {
  app = createContactRoutes({ contacts: contactsInMemory(), readSession, clock: () => Date.UTC(2026, 0, 2) });
});

function save(who: string, body: object) {
  const headers = { authorization: who, "content-type": "application/json" };
  return app.request("/user/contacts", { method: "POST", body: JSON.stringify(body), headers });
}

async function lookup(who: string, query: Record<string, string>) {
  const answer = await app.request(`/user/contacts/lookup?${new URLSearchParams(query).toString()}`, {
    headers: { authorization: who },
  });
  return lookupContactAnswerSchema.parse(await answer.json());
}

describe("contacts", () => {
  test("a contact is saved under the E.164 form of its number", async () => {
    const answer = await save("ada", { name: " Grace Hopper ", number: "(415) 555-0100", region: "US", company: "Navy" });
    expect(answer.status).toBe(201);
    const { contact } = saveContactAnswerSchema.parse(await answer.json());
    expect(contact).toMatchObject({
      name: "Grace Hopper",
      number: "+14155550100",
      company: "Navy",
      note: null,
      lastCalledAt: null,
    });
    expect(contact.createdAt).toBe("2026-01-02T00:00:00.000Z");
  });

  test.each([
    [{ phone: "+14155550100" }],
    [{ phone: "+1 (415) 555-0100" }],
    [{ phone: "415.555.0100", region: "US" }],
    [{ phone: "1 415 555 0100", region: "CA" }],
    [{ phone: "tel:+1-415-555-0100" }],
  ])("a contact is found by its number however it is typed: %j", async (query) => {
    await save("ada", { name: "Grace", number: "+14155550100" });
    expect(await lookup("ada", query)).toMatchObject({ found: true, contact: { name: "Grace" } });
  });

  test("a number nobody has is found to be nobody's", async () => {
    expect(await lookup("ada", { phone: "+14155550199" })).toEqual({ found: false, contact: null });
  });

  test("nobody sees another's contacts", async () => {
    await save("ada", { name: "Grace", number: "+14155550100" });
    expect(await lookup("bob", { phone: "+14155550100" })).toEqual({ found: false, contact: null });
    const answer = await app.request("/user/contacts", { headers: { authorization: "bob" } });
    expect(listContactsAnswerSchema.parse(await answer.json()).contacts).toEqual([]);
  });

  test("a second contact with the same number is refused, and told whose it is", async () => {
    await save("ada", { name: "Grace", number: "+14155550100" });
    const answer = await save("ada", { name: "Hopper", number: "415 555 0100", region: "US" });
    expect(answer.status).toBe(409);
    const told = problemSchema.parse(await answer.json());
    expect(told).toMatchObject({ code: "contact_exists", detail: "Grace has +1 415 555 0100 already." });
  });

  test.each([
    [{ name: "Grace", number: "415 555 0100" }, /country code/],
    [{ name: "Grace", number: "hello" }, /not a phone number/],
    [{ name: "Grace", number: "+1 415 555" }, /too short/],
    [{ name: "Grace", number: "+1 111 111 1111" }, /No such number/],
  ])("a number that cannot be is refused with a way out: %j", async (body, expected) => {
    const answer = await save("ada", body);
    expect(answer.status).toBe(422);
    const told = problemSchema.parse(await answer.json());
    expect(told.code).toBe("invalid_number");
    expect(told.detail).toMatch(expected);
  });

  test.each(["/user/contacts", "/user/contacts/lookup?phone=%2B14155550100"])("%s needs a session", async (path) => {
    expect((await app.request(path)).status).toBe(401);
  });
});
