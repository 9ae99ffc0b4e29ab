import { listTransactionsAnswerSchema, reportTransactionAnswerSchema } from "#shared/api/transactions.ts";
import { describe, expect, test } from "vitest";
import { cents, completed, newAccountId, progress } from "../store/contract/fixture.ts";
import { anyNumber, problemOf, startCallServer, type CallServer } from "./testing/call-server.ts";

const path = "/api/user/transactions";

async function report(server: CallServer, body: Record<string, unknown>, headers: Record<string, string> = {}) {
  const answer = await server.send("POST", path, { body: { type: "call", ...body }, headers });
  return reportTransactionAnswerSchema.parse(await answer.json());
}

describe("GET /api/user/transactions", () => {
  test("gives an answered call that has ended with every field of the contract", async () => {
    const server = await startCallServer();
    const contact = await server.addContact("Ada", anyNumber);
    const { call } = await server.connectCall();
    await server.store.recordFact({ callId: call.id }, completed(29));
    const { transactions } = listTransactionsAnswerSchema.parse(await (await server.send("GET", path)).json());
    expect(transactions).toEqual([
      {
        type: "call",
        callId: call.id,
        toNumber: anyNumber,
        fromNumber: "+12125550123",
        country: "United States",
        duration: 29,
        cost: "0.2900",
        status: "COMPLETED",
        contactId: contact.id,
        callerIdType: "verified",
        createdAt: new Date(server.nowMs).toISOString(),
      },
    ]);
  });

  test("leaves out calls that nobody answered and calls that go on", async () => {
    const server = await startCallServer();
    const { call } = await server.connectCall();
    await server.store.recordFact({ callId: call.id }, progress("no-answer"));
    await server.connectCall();
    const { transactions } = listTransactionsAnswerSchema.parse(await (await server.send("GET", path)).json());
    expect(transactions).toEqual([]);
  });
});

describe("POST /api/user/transactions", () => {
  test("moves no money and believes no duration or cost, before the carrier's word or after it", async () => {
    const server = await startCallServer();
    const { call } = await server.connectCall();
    const before = await server.account();
    const wish = { callId: call.id, duration: 1, cost: "0.0000", status: "COMPLETED" };
    expect(await report(server, wish)).toEqual({ accepted: true, transaction: null });
    expect(await server.account()).toEqual(before);
    await server.store.recordFact({ callId: call.id }, completed(30));
    expect((await report(server, wish)).transaction).toMatchObject({ duration: 30, cost: "0.3000" });
    expect((await server.account()).postedMicros).toBe(cents(970));
  });

  test("makes us ask the carrier at once", async () => {
    const server = await startCallServer();
    const { call } = await server.connectCall();
    const dueNow = async () =>
      (await server.store.claimCallsToCheck(server.nowMs, { limit: 10, leaseMs: 1 })).map(({ id }) => id);
    expect(await dueNow()).toEqual([]);
    await report(server, { callId: call.id });
    expect(await dueNow()).toEqual([call.id]);
  });

  test("ends a call that never reached the carrier", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    expect(await report(server, { callId: call.id, status: "FAILED" })).toEqual({ accepted: true, transaction: null });
    expect(await server.readCall(call)).toMatchObject({ status: "canceled", reason: "never_connected", final: true });
  });

  test("with an Idempotency-Key, gives the first answer again and refuses another body", async () => {
    const server = await startCallServer();
    const { call } = await server.connectCall();
    const headers = { "idempotency-key": "one" };
    const first = await report(server, { callId: call.id }, headers);
    await server.store.recordFact({ callId: call.id }, completed(30));
    expect(await report(server, { callId: call.id }, headers)).toEqual(first);
    const other = await server.send("POST", path, { body: { type: "call", callId: call.id, duration: 5 }, headers });
    expect(await problemOf(other)).toMatchObject({ status: 422, code: "idempotency_mismatch" });
  });

  test("answers another account's call like one that does not exist", async () => {
    const server = await startCallServer();
    const { call } = await server.connectCall();
    const stranger = await server.openAccount();
    const before = await server.readCall(call);
    for (const callId of [call.id, "call_01ARZ3NDEKTSV4RRFFQ69G5FAV"]) {
      const answer = await server.send("POST", path, { body: { type: "call", callId }, as: stranger });
      expect(await problemOf(answer)).toMatchObject({ status: 404, code: "not_found" });
    }
    expect(await server.readCall(call)).toEqual(before);
  });

  test.each([
    ["another type", { type: "sms" }],
    ["an id that is no call's", { callId: newAccountId() }],
    ["a cost that is no money", { cost: "1e3" }],
    ["a negative duration", { duration: -1 }],
  ])("refuses %s", async (_what, wrong) => {
    const server = await startCallServer();
    const { call } = await server.connectCall();
    const answer = await server.send("POST", path, { body: { type: "call", callId: call.id, ...wrong } });
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: "bad_request" });
  });
});
