import { callNoteAnswerSchema, listCallsAnswerSchema, requestCallAnswerSchema } from "#shared/api/calls.ts";
import type { Micros } from "#shared/money.ts";
import { describe, expect, test } from "vitest";
import { cents, completed, newCallSid, startMs } from "../store/contract/fixture.ts";
import type { Transfer } from "../store/store.ts";
import { systemAccounts } from "../store/system-accounts.ts";
import { anyNumber, problemOf, startCallServer } from "./testing/call-server.ts";
import { ownedNumber, verifiedNumber } from "./testing/fake-carrier.ts";

function payment(creditAccount: string, amountMicros: Micros): Transfer {
  const sides = { debitAccount: systemAccounts.payments, creditAccount, amountMicros };
  return { id: "topup:second", kind: "topup", ...sides, callId: null, actor: "test", reason: "test", createdMs: startMs };
}

const clientKey = "0b0e5b0e-2a44-4b8f-9d5a-6a8f2f0f7c11";

describe("POST /api/calls", () => {
  test("makes the row of a call with its number, caller ID, rate and country, and holds nothing yet", async () => {
    const server = await startCallServer();
    const answer = await server.send("POST", "/api/calls", { body: { clientKey, to: "(415) 555-2671", region: "US" } });
    expect(answer.status).toBe(201);
    const { call } = requestCallAnswerSchema.parse(await answer.json());
    expect(call).toMatchObject({
      clientKey,
      toNumber: anyNumber,
      fromNumber: verifiedNumber,
      callerIdType: "verified",
      country: "United States",
      status: "queued",
      rate: { perMinuteMicros: 600_000, incrementSeconds: 1 },
      timeLimitSeconds: null,
      heldMicros: 0,
      answeredAt: null,
    });
    expect((await server.account()).heldMicros).toBe(0);
  });

  test("shows the caller ID that was asked for", async () => {
    const server = await startCallServer();
    expect(await server.requestCall({ fromNumber: ownedNumber })).toMatchObject({
      fromNumber: ownedNumber,
      callerIdType: "owned",
    });
  });

  test("matches the contact however the number was typed, and moves its last call", async () => {
    const server = await startCallServer();
    const contact = await server.addContact("Ada", anyNumber);
    const call = await server.requestCall({ to: "415.555.2671", region: "US" });
    expect(call).toMatchObject({ contactId: contact.id, contactName: "Ada" });
    expect((await server.store.findContactByNumber(server.owner, contact.number))?.lastCalledMs).toBe(server.nowMs);
  });

  test.each([
    ["something that is no number", { to: "hello" }, 422, "invalid_number"],
    ["a national number without its country", { to: "4155552671" }, 422, "invalid_number"],
    ["an emergency number", { to: "911", region: "US" }, 403, "destination_blocked"],
    ["a premium number", { to: "+19002345678" }, 403, "destination_blocked"],
    ["a number without a rate", { to: "+6493001234" }, 422, "no_rate"],
    ["a number that costs too much", { to: "+881612345678" }, 403, "rate_too_high"],
    ["somebody else's caller ID", { fromNumber: "+442071838750" }, 403, "caller_id_not_allowed"],
    ["a body without a number", { to: undefined }, 400, "bad_request"],
    ["a client key that is no UUID", { clientKey: "once" }, 400, "bad_request"],
  ])("refuses %s, makes no call, and says what to do", async (_what, overrides, status, code) => {
    const server = await startCallServer();
    const answer = await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber, ...overrides } });
    expect(answer.status).toBe(status);
    const told = await problemOf(answer);
    expect(told.code).toBe(code);
    expect(told.detail.length).toBeGreaterThan(20);
    expect((await server.store.listCalls(server.owner, { limit: 10 })).items).toEqual([]);
  });

  test("refuses a balance below the first minute, with the sum needed and the sum there", async () => {
    const server = await startCallServer({ balance: cents(59) });
    const told = await problemOf(await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } }));
    expect(told).toMatchObject({ status: 402, neededMicros: cents(60), availableMicros: cents(59), heldMicros: 0 });
    expect(told.detail).toBe(
      "This call needs $0.6000, and $0.5900 is available. Ask whoever runs this server to top up your balance.",
    );
  });

  test("tells a second call what the first one holds", async () => {
    const server = await startCallServer({ balance: cents(100) });
    await server.connectCall();
    const told = await problemOf(await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } }));
    expect(told).toMatchObject({ code: "insufficient_balance", availableMicros: 0, heldMicros: cents(100) });
    expect(told.detail).toContain("Your call to +1 415 555 2671 holds $1.0000: end it,");
  });

  test("names the contact that the holding call is to, and nobody when several calls hold", async () => {
    const server = await startCallServer({ balance: cents(100) });
    const ask = async () =>
      problemOf(await server.send("POST", "/api/calls", { body: { clientKey: crypto.randomUUID(), to: anyNumber } }));
    await server.addContact("Ada", anyNumber);
    await server.store.updateAccount(server.owner, { maxPerCallMicros: cents(60) });
    await server.connectCall();
    await server.store.updateAccount(server.owner, { maxPerCallMicros: null });
    expect((await ask()).detail).toContain("Your call to Ada holds $0.6000: end it,");
    await server.store.postTransfer(payment(server.owner, cents(60)));
    await server.connectCall();
    expect((await ask()).detail).toContain("Calls under way hold $1.6000: end one of them,");
  });

  test("keeps to the countries that the account may call", async () => {
    const server = await startCallServer();
    await server.store.updateAccount(server.owner, { countries: ["DE", "FR"] });
    const told = await problemOf(await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } }));
    expect(told).toMatchObject({ status: 403, code: "destination_blocked" });
    expect(told.detail).toBe("This account may not call United States, only Germany and France.");
  });

  test("tells which limit a call is beyond, and what is left of it", async () => {
    const server = await startCallServer();
    await server.store.updateAccount(server.owner, { maxPerCallMicros: cents(50) });
    const ask = () => server.send("POST", "/api/calls", { body: { clientKey: crypto.randomUUID(), to: anyNumber } });
    const perCall = await problemOf(await ask());
    const sums = { neededMicros: cents(60), limitMicros: cents(50), leftMicros: cents(50) };
    expect(perCall).toMatchObject({ status: 403, code: "spending_limit", limit: "per_call", ...sums });
    await server.store.updateAccount(server.owner, { maxPerCallMicros: null, maxPerDayMicros: cents(100) });
    const { call } = await server.connectCall();
    await server.store.recordFact({ callId: call.id }, completed(70));
    const perDay = await problemOf(await ask());
    expect(perDay).toMatchObject({ code: "spending_limit", limit: "per_day", limitMicros: cents(100), leftMicros: cents(30) });
    expect(perDay.detail).toContain("$0.3000 is left");
    server.setClock(startMs + 24 * 60 * 60_000);
    expect((await ask()).status).toBe(201);
  });

  test("refuses more calls at once than the account may have, but does not count those that never connected", async () => {
    const server = await startCallServer({ balance: cents(100_000_000) });
    for (let index = 0; index < 5; index += 1) await server.requestCall();
    for (let index = 0; index < 3; index += 1) await server.connectCall();
    const told = await problemOf(await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } }));
    expect(told).toMatchObject({ status: 409, code: "too_many_calls" });
  });

  test("says so when the carrier cannot be asked for caller IDs", async () => {
    const server = await startCallServer();
    server.carrier.failure = { kind: "unreachable", message: "connect ECONNREFUSED" };
    const answer = await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } });
    expect(await problemOf(answer)).toMatchObject({ status: 503, code: "carrier_unavailable" });
    server.carrier.failure = undefined;
    expect((await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } })).status).toBe(201);
  });

  test("says so when there is no caller ID at all", async () => {
    const server = await startCallServer();
    server.carrier.callerIdList = [];
    const told = await problemOf(await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } }));
    expect(told).toMatchObject({ code: "caller_id_not_allowed" });
    expect(told.detail).toContain("verify your own");
  });

  test("connects nobody to the number that a key was first used for, even when its answer was forgotten", async () => {
    const server = await startCallServer();
    const ask = (to: string) => server.send("POST", "/api/calls", { body: { clientKey, to } });
    const { call } = requestCallAnswerSchema.parse(await (await ask(anyNumber)).json());
    // As when the process died between writing the call and keeping its answer.
    server.database.$client.exec("DELETE FROM idempotency");
    expect(await problemOf(await ask("+442071838750"))).toMatchObject({ status: 422, code: "idempotency_mismatch" });
    server.database.$client.exec("DELETE FROM idempotency");
    expect(requestCallAnswerSchema.parse(await (await ask(anyNumber)).json()).call.id).toBe(call.id);
  });

  test("asked again with the same key and body gives the same answer, even after the call has moved on", async () => {
    const server = await startCallServer();
    const ask = () => server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } });
    const first = await (await ask()).json();
    const { call } = requestCallAnswerSchema.parse(first);
    await server.voice(call, newCallSid());
    const again = await ask();
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(first);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await server.store.listCalls(server.owner, { limit: 10 })).items).toHaveLength(1);
  });

  test("the same key with another body is refused", async () => {
    const server = await startCallServer();
    await server.requestCall({ clientKey });
    const answer = await server.send("POST", "/api/calls", { body: { clientKey, to: "+442071838750" } });
    expect(await problemOf(answer)).toMatchObject({ status: 422, code: "idempotency_mismatch" });
  });

  test("of two at once with one key, one makes the call and the other is told to wait", async () => {
    const server = await startCallServer();
    const answers = await Promise.all(
      [0, 1].map(() => server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber } })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect((await server.store.listCalls(server.owner, { limit: 10 })).items).toHaveLength(1);
  });

  test("is for signed-in people", async () => {
    const server = await startCallServer();
    const answer = await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber }, as: "nobody" });
    expect(await problemOf(answer)).toMatchObject({ status: 401, code: "unauthorized" });
  });
});

describe("GET /api/calls", () => {
  test("lists one's own calls, newest first, page by page", async () => {
    const server = await startCallServer();
    const stranger = await server.openAccount();
    await server.send("POST", "/api/calls", { body: { clientKey, to: anyNumber }, as: stranger });
    const ids = [];
    for (let index = 0; index < 3; index += 1) {
      server.setClock(server.nowMs + 1);
      ids.push((await server.requestCall()).id);
    }
    const first = listCallsAnswerSchema.parse(await (await server.send("GET", "/api/calls?limit=2")).json());
    const rest = await server.send("GET", `/api/calls?limit=2&cursor=${first.nextCursor}`);
    const second = listCallsAnswerSchema.parse(await rest.json());
    expect([...first.calls, ...second.calls].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
  });

  test.each(["limit=0", "limit=101", "limit=many"])("refuses ?%s", async (query) => {
    const server = await startCallServer();
    expect(await problemOf(await server.send("GET", `/api/calls?${query}`))).toMatchObject({ status: 400, code: "bad_request" });
  });
});

describe("PUT /api/calls/:id/note", () => {
  test("keeps a note with the call, and takes it away when it is empty", async () => {
    const server = await startCallServer();
    const { id } = await server.requestCall({});
    const write = (note: string) => server.send("PUT", `/api/calls/${id}/note`, { body: { note } });
    const kept = callNoteAnswerSchema.parse(await (await write("  Ask for Ada  ")).json());
    expect(kept.call).toMatchObject({ id, note: "Ask for Ada" });
    const list = listCallsAnswerSchema.parse(await (await server.send("GET", "/api/calls")).json());
    expect(list.calls).toMatchObject([{ id, note: "Ask for Ada" }]);
    expect(callNoteAnswerSchema.parse(await (await write(" ")).json()).call.note).toBeNull();
  });

  test.each([
    ["a call that is not there", "call_01ARZ3NDEKTSV4RRFFQ69G5FAV", "Hello", 404, "not_found"],
    ["what is no id of a call", "con_1", "Hello", 400, "bad_request"],
    ["a note longer than a page", undefined, "x".repeat(2001), 400, "bad_request"],
  ])("refuses %s", async (_what, otherId, note, status, code) => {
    const server = await startCallServer();
    const { id } = await server.requestCall({});
    const answer = await server.send("PUT", `/api/calls/${otherId ?? id}/note`, { body: { note } });
    expect(answer.status).toBe(status);
    expect((await problemOf(answer)).code).toBe(code);
  });
});
