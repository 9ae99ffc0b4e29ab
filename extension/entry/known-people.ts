import type { Call } from "#shared/api/calls.ts";
import type { Contact } from "#shared/api/contacts.ts";
import type { E164 } from "#shared/phone-number.ts";
import type { Api } from "../platform/api.ts";
import type { Person } from "./matching-people.ts";

const contactsAPage = 200;
// As many as somebody keeps by hand, and a few requests: whoever has more finds the others in the dialer, where the server looks.
const mostPages = 10;
const recentCalls = 100;

/** Whom a person can name: their contacts, and whom they called last. What the server does not tell is left out. */
export async function readKnownPeople(api: Pick<Api, "listContacts" | "listCalls">): Promise<Person[]> {
  const [contacts, calls] = await Promise.all([readContacts(api), api.listCalls({ limit: recentCalls })]);
  return mergePeople(contacts, calls.ok ? calls.value.calls : []);
}

/** Each number once: with the contact's name, and with when it was called last. */
export function mergePeople(contacts: readonly Contact[], calls: readonly Call[]): Person[] {
  const people = new Map<E164, Person>();
  for (const { number, name, company, lastCalledAt } of contacts)
    people.set(number, {
      number,
      name,
      company: company ?? undefined,
      calledAtMs: lastCalledAt ? Date.parse(lastCalledAt) : undefined,
    });
  for (const { toNumber, contactName, createdAt } of calls) {
    const known = people.get(toNumber) ?? {
      number: toNumber,
      name: contactName ?? undefined,
      company: undefined,
      calledAtMs: undefined,
    };
    const calledAtMs = Math.max(known.calledAtMs ?? 0, Date.parse(createdAt));
    people.set(toNumber, { ...known, calledAtMs });
  }
  return [...people.values()];
}

async function readContacts(api: Pick<Api, "listContacts">): Promise<Contact[]> {
  const contacts: Contact[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await api.listContacts({ limit: contactsAPage, cursor });
    if (!answer.ok) break;
    contacts.push(...answer.value.contacts);
    cursor = answer.value.nextCursor ?? undefined;
    if (cursor === undefined) break;
  }
  return contacts;
}
