import {
  contactIdParamSchema,
  importContactsAnswerSchema,
  importContactsSchema,
  listContactsAnswerSchema,
  listContactsQuerySchema,
  lookupContactAnswerSchema,
  lookupContactQuerySchema,
  mostContactsOfAccount,
  removeContactAnswerSchema,
  saveContactAnswerSchema,
  saveContactSchema,
  type LookupContactAnswer,
} from "#shared/api/contacts.ts";
import { formatInternational, parsePhoneNumber } from "#shared/phone-number.ts";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { invalidNumber } from "../http/invalid-number.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { ContactNotChanged, ContactStore } from "../store/contact-store.ts";
import { changeContact } from "./change-contact.ts";
import { importContacts } from "./import-contacts.ts";
import { saveContact, type ContactNotSaved } from "./save-contact.ts";
import { toContact } from "./to-contact.ts";

export interface ContactRoutesDeps {
  contacts: Pick<
    ContactStore,
    "addContact" | "countContacts" | "findContactByNumber" | "importContacts" | "listContacts" | "removeContact" | "updateContact"
  >;
  readSession: ReadSession;
  clock: Clock;
}

/** `/user/contacts`: saving, listing and matching. A contact is matched by E.164, however its number was typed. */
export function createContactRoutes({ contacts, readSession, clock }: ContactRoutesDeps) {
  return new Hono<AppEnv>()
    .post(
      "/user/contacts",
      describeAnswer("Save a contact", 201, saveContactAnswerSchema),
      requireAccount(readSession),
      validate("json", saveContactSchema),
      async (c) => {
        const saved = await saveContact({ contacts, clock }, c.var.signedIn.accountId, c.req.valid("json"));
        return saved.ok ? c.json({ contact: toContact(saved.value) }, 201) : refuse(c, saved.error);
      },
    )
    .post(
      "/user/contacts/import",
      describeAnswer("Import contacts", 200, importContactsAnswerSchema),
      requireAccount(readSession),
      validate("json", importContactsSchema),
      async (c) => {
        const imported = await importContacts({ contacts, clock }, c.var.signedIn.accountId, c.req.valid("json"));
        return imported.ok ? c.json(imported.value) : tooMany(c);
      },
    )
    .put(
      "/user/contacts/:contactId",
      describeAnswer("Change a contact", 200, saveContactAnswerSchema),
      requireAccount(readSession),
      validate("param", contactIdParamSchema),
      validate("json", saveContactSchema),
      async (c) => {
        const key = { accountId: c.var.signedIn.accountId, id: c.req.valid("param").contactId };
        const changed = await changeContact(contacts, key, c.req.valid("json"));
        return changed.ok ? c.json({ contact: toContact(changed.value) }) : refuse(c, changed.error);
      },
    )
    .delete(
      "/user/contacts/:contactId",
      describeAnswer("Take a contact away; its calls stay", 200, removeContactAnswerSchema),
      requireAccount(readSession),
      validate("param", contactIdParamSchema),
      async (c) => {
        const removed = await contacts.removeContact(c.var.signedIn.accountId, c.req.valid("param").contactId);
        return removed ? c.json({ contact: toContact(removed) }) : noContact(c);
      },
    )
    .get(
      "/user/contacts",
      describeAnswer("List contacts by name", 200, listContactsAnswerSchema),
      requireAccount(readSession),
      validate("query", listContactsQuerySchema),
      async (c) => {
        const { limit, query, cursor } = c.req.valid("query");
        const page = { limit, ...(query && { query }), ...(cursor && { cursor }) };
        const { items, nextCursor } = await contacts.listContacts(c.var.signedIn.accountId, page);
        return c.json({ contacts: items.map(toContact), nextCursor });
      },
    )
    .get(
      "/user/contacts/lookup",
      describeAnswer("Find the contact that has a number", 200, lookupContactAnswerSchema),
      requireAccount(readSession),
      validate("query", lookupContactQuerySchema),
      async (c) => {
        const { phone, region } = c.req.valid("query");
        const number = parsePhoneNumber(phone, region);
        if (!number.ok) return invalidNumber(c, number.error);
        const contact = await contacts.findContactByNumber(c.var.signedIn.accountId, number.value.e164);
        const answer: LookupContactAnswer = { found: contact !== undefined, contact: contact ? toContact(contact) : null };
        return c.json(answer);
      },
    );
}

function refuse(c: Context, failure: ContactNotSaved | ContactNotChanged): Response {
  switch (failure.kind) {
    case "invalid_number":
      return invalidNumber(c, failure.why);
    case "too_many_contacts":
      return tooMany(c);
    case "not_found":
      return noContact(c);
    case "contact_exists":
      return problem(c, "contact_exists", `${failure.contact.name} has ${formatInternational(failure.contact.number)} already.`, {
        contactName: failure.contact.name,
      });
  }
}

function noContact(c: Context): Response {
  return problem(c, "not_found", "You have no contact of this id.");
}

function tooMany(c: Context): Response {
  return problem(c, "conflict", `An account may have ${mostContactsOfAccount} contacts. Delete some first.`);
}
