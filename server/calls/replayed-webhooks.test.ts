import { expect, test } from "vitest";
import { newCallSid } from "../store/contract/fixture.ts";
import { startCallServer, type CallServer } from "./testing/call-server.ts";
import { completedForm, stateOf, statusForm, statusPath } from "./testing/webhook-forms.ts";

// A signature has no time in it: whoever once saw a webhook can send it again for ever, and it is believed.

type Sent = [path: string, form: Record<string, string>];

/** A call from its first webhook to its last, and every webhook that the carrier sent of it. */
async function wholeCall(server: CallServer): Promise<Sent[]> {
  const call = await server.requestCall();
  const legs = { parentSid: newCallSid(), childSid: newCallSid() };
  const sent: Sent[] = [
    ["/api/twilio/voice", { CallSid: legs.parentSid, From: `client:${server.owner}`, callId: call.id }],
    [statusPath, statusForm(legs, { CallStatus: "initiated", SequenceNumber: "0" })],
    [statusPath, statusForm(legs, { CallStatus: "ringing", SequenceNumber: "1" })],
    [statusPath, statusForm(legs)],
    [statusPath, completedForm(legs)],
    [
      "/api/twilio/dial-action",
      { CallSid: legs.parentSid, DialCallSid: legs.childSid, DialCallStatus: "completed", DialCallDuration: "30" },
    ],
  ];
  for (const [path, form] of sent) expect((await server.webhook(path, form)).ok).toBe(true);
  return sent;
}

/** Accounts, transfers and calls; what is only kept for audit may grow. */
async function moneyOf(server: CallServer) {
  return (await stateOf(server)).slice(0, 3);
}

test.each([
  ["in order", (sent: Sent[]) => sent],
  ["backwards", (sent: Sent[]) => sent.toReversed()],
  ["many times", (sent: Sent[]) => [...sent, ...sent, ...sent]],
])("the webhooks of a call that has ended change nothing when they come again %s", async (_how, again) => {
  const server = await startCallServer();
  const sent = await wholeCall(server);
  const before = await moneyOf(server);
  for (const [path, form] of again(sent)) {
    const answer = await server.webhook(path, form);
    expect(answer.ok).toBe(true);
    expect(await answer.text()).not.toContain("<Dial");
  }
  expect(await moneyOf(server)).toEqual(before);
});

test("an old webhook changes nothing after the carrier's last word, whatever it says", async () => {
  const server = await startCallServer();
  const sent = await wholeCall(server);
  const [call] = await server.store.listRecentCalls(server.owner, 0);
  if (!call) throw new Error("There is no call.");
  const lastWord = { status: "completed" as const, durationSeconds: 12, atMs: server.nowMs, childSid: undefined, isFinal: true };
  await server.store.recordFact({ callId: call.id }, lastWord);
  const before = await moneyOf(server);
  for (const [path, form] of sent) await server.webhook(path, form);
  expect(await moneyOf(server)).toEqual(before);
});

test("the webhooks of one call say nothing about the next one of the same account", async () => {
  const server = await startCallServer();
  const sent = await wholeCall(server);
  const next = await server.connectCall();
  const before = await server.readCall(next.call);
  for (const [path, form] of sent) await server.webhook(path, form);
  expect(await server.readCall(next.call)).toEqual(before);
});
