import type { CarrierStatus } from "#shared/call-status.ts";
import { contactIdSchema } from "#shared/ids.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { CallFilter } from "../call-filter.ts";
import type { NewCall } from "../store.ts";
import { cents, completed, newAccountId, newCall, number, progress, setUp, startMs, type OpenStore } from "./fixture.ts";

const hourMs = 60 * 60 * 1000;

export function describeHistory(open: OpenStore): void {
  describe("history", () => {
    test.each<[string, CallFilter, string[]]>([
      ["everything", {}, ["nobody", "swiss", "busy", "ada"]],
      ["from a moment on, that moment included", { fromMs: startMs + hourMs }, ["nobody", "swiss", "busy"]],
      ["up to a moment, without it", { toMs: startMs + hourMs }, ["ada"]],
      ["a country", { country: "CH" }, ["swiss"]],
      ["numbers of no country", { country: "none" }, ["nobody"]],
      ["any of some statuses", { statuses: ["busy", "failed"] }, ["busy"]],
      ["statuses that none has", { statuses: ["canceled"] }, []],
      ["part of a name whatever its accents", { text: "LOVEL" }, ["busy", "ada"]],
      ["initials", { text: "al" }, ["busy", "ada"]],
      ["a company", { text: "engines" }, ["busy", "ada"]],
      ["part of a number as it is written", { text: "(415) 555" }, ["busy", "ada"]],
      ["a note whatever its accents", { text: "cafe" }, ["swiss"]],
      ["a percent sign, literally", { text: "100%" }, ["swiss"]],
      ["an underscore, literally", { text: "_" }, []],
      ["text that nothing has", { text: "nobody at all" }, []],
      ["all at once", { text: "ada", country: "US", statuses: ["completed"], fromMs: startMs, toMs: startMs + 1 }, ["ada"]],
    ])("is filtered by %s", async (_what, filter, expected) => {
      const { store, accountId, nameOf } = await setUpHistory(open);
      const { items } = await store.listCalls(accountId, { limit: 10, filter });
      expect(items.map(({ id }) => nameOf(id))).toEqual(expected);
      const groups = await store.groupCalls(accountId, filter);
      expect(groups.reduce((sum, { calls }) => sum + calls, 0)).toBe(expected.length);
    });

    test("of one contact is that contact's, and of another account nobody's", async () => {
      const { store, accountId, contactId, nameOf } = await setUpHistory(open);
      const { items } = await store.listCalls(accountId, { limit: 10, filter: { contactId } });
      expect(items.map(({ id }) => nameOf(id))).toEqual(["busy", "ada"]);
      expect((await store.listCalls(newAccountId(), { limit: 10, filter: { contactId } })).items).toEqual([]);
      expect(await store.groupCalls(newAccountId(), { contactId })).toEqual([]);
    });

    test("is paged through under a filter, each call once", async () => {
      const { store, accountId, nameOf } = await setUpHistory(open);
      const filter: CallFilter = { text: "555" };
      const first = await store.listCalls(accountId, { limit: 1, filter });
      const second = await store.listCalls(accountId, {
        limit: 1,
        filter,
        ...(first.nextCursor && { cursor: first.nextCursor }),
      });
      expect([...first.items, ...second.items].map(({ id }) => nameOf(id))).toEqual(["busy", "ada"]);
      expect(second.nextCursor).toBeNull();
    });

    test("adds up by country, status and contact", async () => {
      const { store, accountId, contactId } = await setUpHistory(open);
      const groups = await store.groupCalls(accountId, {});
      expect(groups).toHaveLength(4);
      expect(groups).toContainEqual({
        countryCode: "US",
        status: "completed",
        contactId,
        contactName: "Ada Lovelace",
        calls: 1,
        answered: 1,
        talkSeconds: 10,
        chargedMicros: cents(10),
        earliestMs: startMs,
      });
      expect(groups).toContainEqual({
        countryCode: null,
        status: "queued",
        contactId: null,
        contactName: null,
        calls: 1,
        answered: 0,
        talkSeconds: 0,
        chargedMicros: 0,
        earliestMs: startMs + 3 * hourMs,
      });
    });

    test("adds up by spans of any length, each call in the one it was made in", async () => {
      const { store, accountId } = await setUpHistory(open);
      const spans = [
        { fromMs: startMs - hourMs, toMs: startMs },
        { fromMs: startMs, toMs: startMs + hourMs },
        { fromMs: startMs + hourMs, toMs: startMs + 5 * hourMs },
      ];
      const nothing = { calls: 0, answered: 0, talkSeconds: 0, chargedMicros: 0 };
      expect(await store.countCallsBySpan(accountId, {}, spans)).toEqual([
        nothing,
        { calls: 1, answered: 1, talkSeconds: 10, chargedMicros: cents(10) },
        { calls: 3, answered: 1, talkSeconds: 20, chargedMicros: cents(20) },
      ]);
      expect(await store.countCallsBySpan(accountId, { statuses: ["busy"] }, spans.slice(0, 2))).toEqual([nothing, nothing]);
      expect(await store.countCallsBySpan(accountId, {}, [])).toEqual([]);
    });
  });
}

/** Four calls, an hour apart: to Ada, to Ada who was busy, to Switzerland with a note, and to a number of no country. */
async function setUpHistory(open: OpenStore) {
  const { store, accountId, connectedCall } = await setUp(open);
  const other = newAccountId();
  await store.openAccount({ id: other, nowMs: startMs });
  await store.createCall(newCall(other));
  const contactId = contactIdSchema.parse(`con_${ulid()}`);
  const ada = number("+14155552671");
  await store.addContact({
    id: contactId,
    accountId,
    name: "Ada Lovelace",
    number: ada,
    company: "Éngines",
    note: null,
    createdMs: startMs,
    lastCalledMs: null,
  });
  const names = new Map<string, string>();
  const make = async (name: string, hours: number, call: Partial<NewCall>, status?: CarrierStatus, talkSeconds = 0) => {
    const made = status
      ? await connectedCall({ createdMs: startMs + hours * hourMs, ...call })
      : (await store.createCall(newCall(accountId, { createdMs: startMs + hours * hourMs, ...call }))).call;
    const fact = status === "completed" ? completed(talkSeconds) : status && progress(status);
    if (fact) await store.recordFact({ callId: made.id }, fact);
    names.set(made.id, name);
    return made;
  };
  await make("ada", 0, { contactId, toNumber: ada }, "completed", 10);
  await make("busy", 1, { contactId, toNumber: ada }, "busy");
  const swiss = await make("swiss", 2, { toNumber: number("+41446681800"), countryCode: "CH" }, "completed", 20);
  await make("nobody", 3, { toNumber: number("+80012345678"), countryCode: null });
  await store.setCallNote({ accountId, callId: swiss.id, note: "Café at 100% full" });
  return { store, accountId, contactId, nameOf: (id: string) => names.get(id) };
}
