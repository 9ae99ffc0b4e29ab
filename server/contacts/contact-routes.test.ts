import {
  lookupContactAnswerSchema,
  listContactsAnswerSchema,
  removeContactAnswerSchema,
  saveContactAnswerSchema,
} from "#shared/api/contacts.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { accountIdSchema } from "#shared/ids.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { SignedIn } from "../http/context.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { createContactRoutes, type ContactRoutesDeps } from "./contact-routes.ts";

function person(letter: string): SignedIn {
  const accountId = accountIdSchema.parse(`acct_${letter.repeat(26)}`);
  return { userId: letter, accountId, email: `${letter}@example.com`, name: letter, role: "member", isDemo: false };
}

const people: Record<string, SignedIn> = { ada: person("A"), bob: person("B") };

let app: ReturnType<typeof createContactRoutes>;

const readSession: ContactRoutesDeps["readSession"] = async (headers) => people[headers.get("authorization") ?? ""];

const clock = () => Date.UTC(2026, 0, 2);

beforeEach(async () => {
  const store = openSqliteStore(openDatabase(":memory:"), { clock });
  for (const { accountId } of Object.values(people)) await store.openAccount({ id: accountId, nowMs: clock() });
  app = createContactRoutes({ contacts: store, readSession, clock });
});

async function send(who: string, method: string, path: string, body: object) {
  const headers = { authorization: who, "content-type": "application/json" };
  return app.request(path, { method, body: JSON.stringify(body), headers });
}

const save = (who: string, body: object) => send(who, "POST", "/user/contacts", body);

async function saved(who: string, body: object) {
  return saveContactAnswerSchema.parse(await (await save(who, body)).json()).contact;
}

async function list(who: string) {
  const answer = await app.request("/user/contacts", { headers: { authorization: who } });
  return listContactsAnswerSchema.parse(await answer.json()).contacts;
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

  test("a contact is changed whole, and its number is read as it is typed", async () => {
    const { id } = await saved("ada", { name: "Grace", number: "+14155550100", note: "Admiral" });
    const body = { name: "Grace Hopper", number: "020 7183 8750", region: "GB", company: "Navy" };
    const answer = await send("ada", "PUT", `/user/contacts/${id}`, body);
    expect(saveContactAnswerSchema.parse(await answer.json()).contact).toMatchObject({
      id,
      name: "Grace Hopper",
      number: "+442071838750",
      company: "Navy",
      note: null,
    });
    expect((await send("bob", "PUT", `/user/contacts/${id}`, body)).status).toBe(404);
    expect((await send("ada", "PUT", `/user/contacts/${id}`, { ...body, number: "1" })).status).toBe(422);
    expect((await send("ada", "PUT", "/user/contacts/con_1", body)).status).toBe(400);
  });

  test("a contact is not given the number of another", async () => {
    await saved("ada", { name: "Grace", number: "+14155550100" });
    const { id } = await saved("ada", { name: "Bob", number: "+14155550101" });
    const answer = await send("ada", "PUT", `/user/contacts/${id}`, { name: "Bob", number: "+14155550100" });
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status: 409, code: "contact_exists" });
  });

  test("a contact is taken away by its own account", async () => {
    const contact = await saved("ada", { name: "Grace", number: "+14155550100" });
    const remove = (who: string) =>
      app.request(`/user/contacts/${contact.id}`, { method: "DELETE", headers: { authorization: who } });
    expect((await remove("bob")).status).toBe(404);
    expect(removeContactAnswerSchema.parse(await (await remove("ada")).json())).toEqual({ contact });
    expect((await remove("ada")).status).toBe(404);
    expect(await list("ada")).toEqual([]);
  });

  test("an import tells what became of each", async () => {
    await saved("ada", { name: "Grace", number: "+14155550100" });
    const contacts = [
      { name: "Hopper", number: "+1 415 555 0100" },
      { name: "Nobody", number: "call me" },
      { name: "Bob", number: "415 555 0101", region: "US" },
    ];
    const kept = await send("ada", "POST", "/user/contacts/import", { contacts, onDuplicate: "keep" });
    expect(await kept.json()).toEqual({ added: 1, replaced: 0, kept: 1, refused: [1] });
    expect((await list("ada")).map(({ name }) => name)).toEqual(["Bob", "Grace"]);
    const replaced = await send("ada", "POST", "/user/contacts/import", { contacts, onDuplicate: "replace" });
    expect(await replaced.json()).toEqual({ added: 0, replaced: 2, kept: 0, refused: [1] });
    expect((await list("ada")).map(({ name }) => name)).toEqual(["Bob", "Hopper"]);
    expect(await list("bob")).toEqual([]);
  });

  test.each([
    { contacts: [], onDuplicate: "keep" },
    { contacts: Array.from({ length: 201 }, () => ({ name: "A", number: "+14155550100" })), onDuplicate: "keep" },
    { contacts: [{ name: "A", number: "+14155550100" }], onDuplicate: "merge" },
  ])("an import that asks too much is refused", async (body) => {
    const answer = await send("ada", "POST", "/user/contacts/import", body);
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status: 400, code: "bad_request" });
  });

  test.each(["/user/contacts", "/user/contacts/lookup?phone=%2B14155550100"])("%s needs a session", async (path) => {
    expect((await app.request(path)).status).toBe(401);
  });
});
