import { describe, expect, test } from "vitest";
import { newCallSid } from "../store/contract/fixture.ts";
import { startCallServer, type CallServer } from "./testing/call-server.ts";

interface Asked extends Record<string, string | undefined> {
  parentSid?: string;
  as?: string;
}

async function askForTest(server: CallServer, { parentSid = newCallSid(), as = server.owner, ...form }: Asked = {}) {
  const answer = await server.webhook("/api/twilio/voice", {
    CallSid: parentSid,
    From: `client:${as}`,
    purpose: "network-test",
    ...form,
  });
  return answer.text();
}

describe("a test of the network", () => {
  test("is a call to nobody that ends by itself, holds nothing, and leaves no row", async () => {
    const server = await startCallServer();
    const before = await server.account();
    const twiml = await askForTest(server);
    expect(twiml).toContain('<Gather input="dtmf" timeout="15" numDigits="1"/><Hangup/>');
    expect(await server.account()).toEqual(before);
    expect((await server.store.listCalls(server.owner, { limit: 10 })).items).toEqual([]);
  });

  test("reaches no phone, whatever the browser adds", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    const twiml = await askForTest(server, { To: "+14155552671", callId: call.id, number: "+14155552671" });
    expect(twiml).not.toMatch(/Dial|415555/);
    expect(await server.readCall(call)).toMatchObject({ status: "queued", parentSid: null, holdOpen: false });
  });

  test("is had five times in ten minutes by one account, and by others all the same", async () => {
    const server = await startCallServer();
    for (let count = 0; count < 5; count += 1) expect(await askForTest(server)).toContain("<Gather");
    expect(await askForTest(server)).toContain("<Reject/>");
    expect(await askForTest(server, { as: await server.openAccount() })).toContain("<Gather");
    server.setClock(server.nowMs + 10 * 60_000);
    expect(await askForTest(server)).toContain("<Gather");
  });

  test("asked about again by the carrier is the same test", async () => {
    const server = await startCallServer();
    const parentSid = newCallSid();
    for (let count = 0; count < 10; count += 1) expect(await askForTest(server, { parentSid })).toContain("<Gather");
  });

  test("is had by nobody whom the carrier does not name", async () => {
    const server = await startCallServer();
    expect(await askForTest(server, { as: "somebody" })).not.toContain("<Gather");
  });
});
