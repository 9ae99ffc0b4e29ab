import { describe, expect, test } from "vitest";
import { cents, newCallSid, startMs } from "../store/contract/fixture.ts";
import { problemOf, publicUrl, startCallServer } from "./testing/call-server.ts";
import { completedForm, stateOf, statusForm, statusPath } from "./testing/webhook-forms.ts";

describe("the voice webhook", () => {
  test("holds the money and dials, for as long as the hold pays for", async () => {
    const server = await startCallServer({ balance: cents(100) });
    const call = await server.requestCall();
    const answer = await server.voice(call, newCallSid());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/xml");
    const twiml = await answer.text();
    expect(twiml).toContain('timeLimit="98"');
    expect(twiml).toContain('callerId="+12125550123"');
    expect(twiml).toContain(`action="${publicUrl}/api/twilio/dial-action#rc=5&amp;rp=5xx,ct,rt"`);
    expect(twiml).toContain(`statusCallback="${publicUrl}/api/twilio/status#rc=5&amp;rp=5xx,ct,rt"`);
    expect(twiml).toContain('statusCallbackEvent="initiated ringing answered completed"');
    expect(twiml).toContain(">+14155552671</Number>");
    expect(await server.account()).toMatchObject({ heldMicros: cents(100) });
  });

  test("asked again about the same leg gives the same TwiML and holds once", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    const parentSid = newCallSid();
    const first = await (await server.voice(call, parentSid)).text();
    const held = (await server.account()).heldMicros;
    expect(await (await server.voice(call, parentSid)).text()).toBe(first);
    expect((await server.account()).heldMicros).toBe(held);
  });

  test("another leg for a live call is turned away, and the live call goes on", async () => {
    const server = await startCallServer();
    const { call, parentSid } = await server.connectCall();
    const before = await server.readCall(call);
    expect(await (await server.voice(call, newCallSid())).text()).not.toContain("<Dial");
    expect(await server.readCall(call)).toEqual(before);
    expect(before).toMatchObject({ parentSid, holdOpen: true });
  });

  test("nobody connects another account's call", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    const stranger = await server.openAccount();
    const before = await stateOf(server);
    const answer = await server.voice(call, newCallSid(), { From: `client:${stranger}` });
    expect(await answer.text()).not.toContain("<Dial");
    expect(await stateOf(server)).toEqual(before);
  });

  test("dials the number that was checked, whatever the browser adds", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    const answer = await server.voice(call, newCallSid(), { To: "+19002345678", toNumber: "+19002345678", timeLimit: "99999" });
    const twiml = await answer.text();
    expect(twiml).toContain(">+14155552671</Number>");
    expect(twiml).not.toContain("900234");
  });

  test("says that the balance is gone when it went between the request and the connection, and says it again", async () => {
    const server = await startCallServer({ balance: cents(100) });
    const [call, other] = [await server.requestCall(), await server.requestCall()];
    await server.voice(other, newCallSid());
    const parentSid = newCallSid();
    const refused = await (await server.voice(call, parentSid)).text();
    expect(refused).toContain("<Say>Your balance is too low for this call. Goodbye.</Say><Hangup/>");
    expect(await (await server.voice(call, parentSid)).text()).toBe(refused);
    expect(await server.readCall(call)).toMatchObject({ status: "failed", reason: "insufficient_balance", final: true });
  });

  test.each([
    ["no call", { callId: "" }],
    ["an unknown call", { callId: "call_01ARZ3NDEKTSV4RRFFQ69G5FAV" }],
    ["an identity that is no account", { From: "client:admin" }],
    ["a caller that is no client", { From: "+14155552671" }],
  ])("apologises for %s and hangs up", async (_what, form) => {
    const server = await startCallServer();
    const answer = await server.voice(await server.requestCall(), newCallSid(), form);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<Say>An application error has occurred. Goodbye.</Say><Hangup/>");
    expect((await server.account()).heldMicros).toBe(0);
  });
});

describe("the status webhook", () => {
  test("moves the call along and charges it once at its end", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    expect((await server.webhook(statusPath, statusForm(connected))).status).toBe(204);
    expect(await server.readCall(connected.call)).toMatchObject({ status: "in-progress", answeredMs: startMs + 4_000 });
    expect((await server.webhook(statusPath, completedForm(connected))).status).toBe(204);
    expect(await server.readCall(connected.call)).toMatchObject({
      status: "completed",
      durationSeconds: 30,
      chargedMicros: cents(30),
      endedMs: startMs + 34_000,
    });
    expect(await server.account()).toMatchObject({ postedMicros: cents(970), heldMicros: 0 });
  });

  test("a second completed callback, a replay and a late one charge nothing", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    await server.webhook(statusPath, completedForm(connected));
    const after = await server.account();
    const call = await server.readCall(connected.call);
    for (let index = 0; index < 3; index += 1) await server.webhook(statusPath, completedForm(connected));
    await server.webhook(statusPath, statusForm(connected, { CallStatus: "ringing" }));
    expect(await server.account()).toEqual(after);
    expect(await server.readCall(connected.call)).toEqual(call);
  });

  test("two completed callbacks at once charge once", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    await Promise.all([0, 1, 2].map(() => server.webhook(statusPath, completedForm(connected))));
    expect((await server.account()).postedMicros).toBe(cents(970));
  });

  test("an end that comes first is not undone by the answer that comes after it", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    await server.webhook(statusPath, completedForm(connected));
    await server.webhook(statusPath, statusForm(connected));
    expect(await server.readCall(connected.call)).toMatchObject({ status: "completed", answeredMs: startMs + 4_000 });
  });

  test("a leg that no call has is answered and changes nothing", async () => {
    const server = await startCallServer();
    await server.connectCall();
    const before = await stateOf(server);
    const answer = await server.webhook(statusPath, completedForm({ parentSid: newCallSid(), childSid: newCallSid() }));
    expect(answer.status).toBe(204);
    expect(await stateOf(server)).toEqual(before);
  });

  test.each([
    ["a status that does not exist", { CallStatus: "asleep" }],
    ["a negative duration", { CallDuration: "-5" }],
    ["a fractional duration", { CallDuration: "5.5" }],
    ["an id that is no call's", { CallSid: "CA'; DROP TABLE calls; --" }],
  ])("refuses %s, although it is signed", async (_what, overrides) => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    const before = await stateOf(server);
    const answer = await server.webhook(statusPath, { ...completedForm(connected), ...overrides });
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: "bad_request" });
    expect(await stateOf(server)).toEqual(before);
  });

  test("answers 5xx while the database is down, so that the carrier sends it again", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    await server.store.close();
    const answer = await server.webhook(statusPath, completedForm(connected));
    expect(answer.status).toBe(500);
    expect((await problemOf(answer)).detail).not.toContain("SELECT");
  });
});

describe("the dial-action webhook", () => {
  test("settles a call whose callbacks were all lost, and hangs up", async () => {
    const server = await startCallServer();
    const { call, parentSid, childSid } = await server.connectCall();
    const answer = await server.webhook("/api/twilio/dial-action", {
      CallSid: parentSid,
      DialCallSid: childSid,
      DialCallStatus: "completed",
      DialCallDuration: "12",
      DialBridged: "true",
    });
    expect(await answer.text()).toContain("<Response><Hangup/></Response>");
    expect(await server.readCall(call)).toMatchObject({ status: "completed", childSid, chargedMicros: cents(12) });
  });

  test("and the status callback between them charge once", async () => {
    const server = await startCallServer();
    const { call, parentSid, childSid } = await server.connectCall();
    const dialAction = { CallSid: parentSid, DialCallSid: childSid, DialCallStatus: "completed", DialCallDuration: "30" };
    await server.webhook("/api/twilio/dial-action", dialAction);
    await server.webhook(statusPath, completedForm({ parentSid, childSid }));
    expect(await server.readCall(call)).toMatchObject({ chargedMicros: cents(30) });
    expect((await server.account()).postedMicros).toBe(cents(970));
  });

  test("a busy line frees the hold and costs nothing", async () => {
    const server = await startCallServer();
    const { call, parentSid } = await server.connectCall();
    await server.webhook("/api/twilio/dial-action", { CallSid: parentSid, DialCallStatus: "busy", DialCallSid: "" });
    expect(await server.readCall(call)).toMatchObject({ status: "busy", holdOpen: false, chargedMicros: 0 });
    expect(await server.account()).toMatchObject({ postedMicros: cents(1_000), heldMicros: 0 });
  });
});
