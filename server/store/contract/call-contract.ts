import { contactIdSchema } from "#shared/ids.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import { completed, newAccountId, newCall, newCallSid, number, progress, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeCalls(open: OpenStore): void {
  describe("calls", () => {
    test("asking twice with one client key makes one call", async () => {
      const { store, accountId } = await setUp(open);
      const request = newCall(accountId);
      const first = await store.createCall(request);
      const second = await store.createCall({ ...newCall(accountId), clientKey: request.clientKey });
      expect([first.created, second.created]).toEqual([true, false]);
      expect(second.call).toEqual(first.call);
      expect(await store.findCallByClientKey(accountId, request.clientKey)).toEqual(first.call);
      expect(await store.findCallByClientKey(newAccountId(), request.clientKey)).toBeUndefined();
      expect((await store.listCalls(accountId, { limit: 10 })).items).toHaveLength(1);
    });

    test("two accounts may use the same client key", async () => {
      const { store, accountId } = await setUp(open);
      const other = newAccountId();
      await store.openAccount({ id: other, nowMs: startMs });
      const request = newCall(accountId);
      await store.createCall(request);
      expect((await store.createCall({ ...newCall(other), clientKey: request.clientKey })).created).toBe(true);
    });

    test("a call is found by its id and by its parent leg, as it was written", async () => {
      const { store, createCall, authorise } = await setUp(open);
      const created = await createCall();
      expect(created).toMatchObject({
        status: "queued",
        holdOpen: false,
        chargedMicros: 0,
        final: false,
        timeLimitSeconds: null,
      });
      expect(await store.findCall(created.id)).toEqual(created);
      const parentSid = newCallSid();
      await authorise(created, { parentSid });
      expect((await store.findCallByParentSid(parentSid))?.id).toBe(created.id);
      expect(await store.findCallByParentSid(newCallSid())).toBeUndefined();
    });

    test("history is newest first, page by page, and nobody else's", async () => {
      const { store, accountId, createCall } = await setUp(open);
      const other = newAccountId();
      await store.openAccount({ id: other, nowMs: startMs });
      const foreign = (await store.createCall(newCall(other))).call;
      const ids = [];
      for (let index = 0; index < 5; index += 1) ids.push((await createCall({ createdMs: startMs + index })).id);
      const first = await store.listCalls(accountId, { limit: 3 });
      const second = await store.listCalls(accountId, { limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) });
      expect([...first.items, ...second.items].map((call) => call.id)).toEqual(ids.toReversed());
      expect(second.nextCursor).toBeNull();
      expect(await store.listCalls(accountId, { limit: 3, cursor: foreign.id })).toEqual({ items: [], nextCursor: null });
    });

    test("only answered calls that have ended are transactions", async () => {
      const { store, accountId, connectedCall } = await setUp(open);
      const talked = await connectedCall();
      const busy = await connectedCall();
      await connectedCall();
      await store.recordFact({ callId: talked.id }, completed(10));
      await store.recordFact({ callId: busy.id }, progress("busy"));
      const { items } = await store.listCalls(accountId, { limit: 10, answeredAndEndedOnly: true });
      expect(items.map((call) => call.id)).toEqual([talked.id]);
    });

    test("recent calls are those going on and those that ended since", async () => {
      const { store, accountId, connectedCall } = await setUp(open);
      const live = await connectedCall({ createdMs: startMs + 2 });
      const justEnded = await connectedCall({ createdMs: startMs + 1 });
      const longOver = await connectedCall();
      await store.recordFact({ callId: justEnded.id }, completed(10, { atMs: startMs + 50_000 }));
      await store.recordFact({ callId: longOver.id }, completed(10, { atMs: startMs + 10_000 }));
      const recent = await store.listRecentCalls(accountId, startMs + 50_000);
      expect(recent.map((call) => call.id)).toEqual([live.id, justEnded.id]);
    });

    test("a note stays with its call, whatever the carrier says after it, and is its owner's alone", async () => {
      const { store, accountId, connectedCall } = await setUp(open);
      const call = await connectedCall();
      expect(call.note).toBeNull();
      const changed: string[] = [];
      const stop = store.onAccountChanged((id) => changed.push(id));
      expect(await store.setCallNote({ accountId, callId: call.id, note: "Ask for Ada" })).toMatchObject({ note: "Ask for Ada" });
      stop();
      expect(changed).toContain(accountId);
      await store.recordFact({ callId: call.id }, completed(10));
      expect(await store.findCall(call.id)).toMatchObject({ status: "completed", note: "Ask for Ada" });
      expect(await store.setCallNote({ accountId: newAccountId(), callId: call.id, note: "mine" })).toBeUndefined();
      expect(await store.setCallNote({ accountId, callId: call.id, note: null })).toMatchObject({ note: null });
    });

    test("the contact's name on a call is the one it has now", async () => {
      const { store, accountId, createCall } = await setUp(open);
      const contactId = contactIdSchema.parse(`con_${ulid()}`);
      await store.addContact({
        id: contactId,
        accountId,
        name: "Ada",
        number: number("+14155552671"),
        company: null,
        note: null,
        createdMs: startMs,
        lastCalledMs: null,
      });
      const call = await createCall({ contactId });
      expect(call).toMatchObject({ contactId, contactName: "Ada" });
    });
  });
}
