import { expect, test } from "vitest";
import type { Call } from "#shared/api/calls.ts";
import type { Contact } from "#shared/api/contacts.ts";
import { ok } from "#shared/result.ts";
import { mergePeople, readKnownPeople } from "./known-people.ts";

const ada = contact("Ada Lovelace", "+442079460958");
const bo = contact("Bo", "+14155550101");

test("whoever is a contact and was called is one person, called when they were called last", () => {
  const calls = [
    call("+442079460958", "2026-02-03T10:00:00Z"),
    call("+442079460958", "2026-02-01T10:00:00Z"),
    call("+14155550111"),
  ];
  expect(mergePeople([ada, bo], calls)).toEqual([
    { number: "+442079460958", name: "Ada Lovelace", company: undefined, calledAtMs: Date.parse("2026-02-03T10:00:00Z") },
    { number: "+14155550101", name: "Bo", company: undefined, calledAtMs: undefined },
    { number: "+14155550111", name: undefined, company: undefined, calledAtMs: Date.parse("2026-01-01T00:00:00Z") },
  ]);
});

test("contacts are read page by page, and what fails leaves the rest", async () => {
  const pages = [
    { contacts: [ada], nextCursor: "two" },
    { contacts: [bo], nextCursor: null },
  ];
  const people = await readKnownPeople({
    listContacts: async (page) => ok(pages[page?.cursor === "two" ? 1 : 0] ?? { contacts: [], nextCursor: null }),
    listCalls: async () => ({ ok: false, error: { code: "server_unreachable" } }),
  });
  expect(people.map(({ name }) => name)).toEqual(["Ada Lovelace", "Bo"]);
});

function contact(name: string, number: string): Contact {
  return { name, number, company: null, lastCalledAt: null } as Contact;
}

function call(toNumber: string, createdAt = "2026-01-01T00:00:00Z"): Call {
  return { toNumber, contactName: null, createdAt } as Call;
}
