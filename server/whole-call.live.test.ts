import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callerIdsAnswerSchema } from "#shared/api/caller-ids.ts";
import { listCallsAnswerSchema, requestCallAnswerSchema, type Call } from "#shared/api/calls.ts";
import { listContactsAnswerSchema } from "#shared/api/contacts.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { profileSchema, type Profile } from "#shared/api/profile.ts";
import { demoAnswerSchema } from "#shared/api/server-info.ts";
import { listTransactionsAnswerSchema } from "#shared/api/transactions.ts";
import { voiceTokenAnswerSchema } from "#shared/api/voice.ts";
import { extensionId } from "#shared/extension-id.ts";
import { parseDollars } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { startServer, type RunningServer } from "./main.ts";
import { FakeBrowser } from "./sandbox/media/fake-browser.ts";
import { startSandbox } from "./sandbox/sandbox.ts";
import { WireClient } from "./sandbox/signalling/testing/wire-client.ts";
import { callbackUrl, webhookPaths } from "./twilio/webhook-urls.ts";

const sandboxAccount = {
  accountSid: `AC${"1".repeat(32)}`,
  authToken: "token-of-a-test-account",
  apiKeySid: `SK${"2".repeat(32)}`,
  apiKeySecret: "secret-of-a-test-account",
  applicationSid: `AP${"3".repeat(32)}`,
};

const patience = { timeout: 10_000 };

let server: RunningServer;
let headers: Record<string, string>;
const browsers: FakeBrowser[] = [];

beforeEach(async () => {
  server = await startServer({ port: 0, databasePath: ":memory:", logLevel: "silent" });
  await signIn();
});
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
  await server.close();
});

/** Signs in to a fresh demo account. */
async function signIn(): Promise<void> {
  headers = { origin: `chrome-extension://${extensionId}`, "content-type": "application/json" };
  const { bearerToken } = await ask("/api/demo", demoAnswerSchema, {});
  headers["authorization"] = `Bearer ${bearerToken}`;
}

async function send(path: string, body?: object): Promise<Response> {
  return fetch(`${server.url}${path}`, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) });
}

async function ask<S extends z.ZodType>(path: string, schema: S, body?: object): Promise<z.output<S>> {
  return schema.parse(await (await send(path, body)).json());
}

async function requestCall(to: string): Promise<Call> {
  return (await ask("/api/calls", requestCallAnswerSchema, { clientKey: randomUUID(), to })).call;
}

/** Connects a call as the voice SDK does in the browser. Gives the signalling it goes on. */
async function connect(call: Call) {
  const { token, sandboxSignalUrl } = await ask("/api/voice/token", voiceTokenAnswerSchema, {});
  const line = await WireClient.listen(sandboxSignalUrl ?? "", { token });
  const browser = await FakeBrowser.create();
  browsers.push(browser);
  const callsid = `TJS${randomUUID()}`;
  const params = new URLSearchParams({ callId: call.id }).toString();
  line.say("invite", { callsid, sdp: await browser.offer(), twilio: { params } });
  return line;
}

async function callOf(id: string): Promise<Call | undefined> {
  return (await ask("/api/calls", listCallsAnswerSchema)).calls.find((call) => call.id === id);
}

function profile(): Promise<Profile> {
  return ask("/api/user/profile", profileSchema);
}

describe("a call through the whole server and its sandbox", { timeout: 20_000 }, () => {
  test("is held for, answered, charged once by the carrier's seconds, and recorded", async () => {
    const call = await requestCall("+1 (415) 555-0100");
    expect(call).toMatchObject({ status: "queued", toNumber: "+14155550100", contactName: "Echo", country: "United States" });
    const line = await connect(call);
    await expect.poll(async () => (await callOf(call.id))?.status, patience).toBe("in-progress");

    const during = await profile();
    expect(during.balance.heldMicros).toBeGreaterThan(0);
    expect(during.balance.availableMicros).toBe(during.balance.postedMicros - during.balance.heldMicros);
    expect(during.recentCalls).toMatchObject([{ id: call.id, status: "in-progress" }]);

    const { callsid } = await line.hear("ringing");
    await expect.poll(() => Date.now() - Date.parse(during.recentCalls[0]?.answeredAt ?? ""), patience).toBeGreaterThan(1_500);
    line.say("hangup", { callsid });
    await expect.poll(async () => (await callOf(call.id))?.status, patience).toBe("completed");

    const ended = await callOf(call.id);
    const after = await profile();
    expect(ended?.durationSeconds).toBeGreaterThanOrEqual(1);
    expect(ended?.chargedMicros).toBe(priceCall(call.rate, ended?.durationSeconds ?? 0));
    expect(after.balance).toMatchObject({ heldMicros: 0, postedMicros: 10_000_000 - (ended?.chargedMicros ?? 0) });

    const { transactions } = await ask("/api/user/transactions", listTransactionsAnswerSchema);
    expect(transactions).toHaveLength(1);
    expect(transactions[0]).toMatchObject({ type: "call", status: "COMPLETED", callId: call.id, country: "United States" });
    expect(parseDollars(transactions[0]?.cost ?? "")).toBe(ended?.chargedMicros);
    const { contacts } = await ask("/api/user/contacts?query=Echo", listContactsAnswerSchema);
    expect(contacts[0]?.lastCalledAt).not.toBeNull();
  });

  test("to a busy number costs nothing and holds nothing", async () => {
    const call = await requestCall("+1 415 555 0103");
    await connect(call);
    await expect.poll(async () => (await callOf(call.id))?.status, patience).toBe("busy");
    expect((await profile()).balance).toMatchObject({ postedMicros: 10_000_000, heldMicros: 0 });
    expect((await ask("/api/user/transactions", listTransactionsAnswerSchema)).transactions).toEqual([]);
  });

  test("is pushed over the live stream without being asked for", async () => {
    const gone = new AbortController();
    const stream = await fetch(`${server.url}/api/live`, { headers, signal: gone.signal });
    let heard = "";
    const reading = stream.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: (text) => void (heard += text) }))
      .catch(() => undefined);
    const call = await requestCall("+1 415 555 0100");
    const line = await connect(call);
    await expect.poll(() => heard, patience).toContain('"status":"in-progress"');
    line.say("hangup", { callsid: (await line.hear("ringing"))["callsid"] });
    await expect.poll(() => heard, patience).toContain('"status":"completed"');
    gone.abort();
    await reading;
  });

  test("cannot be connected by anybody but who asked for it", async () => {
    const call = await requestCall("+1 415 555 0100");
    const owner = headers;
    await signIn();
    const line = await connect(call);
    // What answers is the carrier's voice, saying that it cannot be done.
    await line.hear("answer");
    headers = owner;
    expect(server.sandbox?.calls()).toHaveLength(1);
    expect(await callOf(call.id)).toMatchObject({ status: "queued", heldMicros: 0 });
  });
});

describe("a sandbox that runs by itself", { timeout: 20_000 }, () => {
  test("carries a call on while the server restarts, and it is charged once", async () => {
    await server.close();
    const folder = mkdtempSync(join(tmpdir(), "ringback-"));
    const { applicationSid, ...credentials } = sandboxAccount;
    const sandbox = await startSandbox({ account: sandboxAccount, voiceUrl: "http://127.0.0.1:1" });
    const carrier = { kind: "running_sandbox", url: sandbox.url, credentials, applicationSid } as const;
    const config = { databasePath: join(folder, "ringback.sqlite"), logLevel: "silent", carrier } as const;
    server = await startServer({ ...config, port: 0 });
    const port = Number(new URL(server.url).port);
    sandbox.setVoiceUrl(callbackUrl(server.url, webhookPaths.voice));
    await signIn();
    const call = await requestCall("+1 415 555 0100");
    const line = await connect(call);
    await expect.poll(async () => (await callOf(call.id))?.status, patience).toBe("in-progress");

    await server.close();
    server = await startServer({ ...config, port });
    // The first question may go down a connection that the old server has closed.
    const statusNow = async () => (await callOf(call.id).catch(() => undefined))?.status;
    await expect.poll(statusNow, patience).toBe("in-progress");
    line.say("hangup", { callsid: (await line.hear("ringing"))["callsid"] });
    await expect.poll(async () => (await callOf(call.id))?.status, patience).toBe("completed");
    const ended = await callOf(call.id);
    expect(ended?.chargedMicros).toBe(priceCall(call.rate, ended?.durationSeconds ?? 0));
    expect((await profile()).balance).toMatchObject({ heldMicros: 0, postedMicros: 10_000_000 - (ended?.chargedMicros ?? 0) });
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });
});

describe("the sandbox as the carrier", () => {
  test("gives a demo account caller IDs, one of them verified", async () => {
    const { callerIds } = await ask("/api/caller-ids", callerIdsAnswerSchema);
    expect(callerIds.map((callerId) => callerId.type)).toContain("verified");
  });

  test("that does not answer is said to be unavailable, and nothing breaks", async () => {
    if (!server.sandbox) throw new Error("There is no sandbox.");
    server.sandbox.faults.restDown = true;
    const answer = await send("/api/caller-ids");
    expect(answer.status).toBe(503);
    expect(problemSchema.parse(await answer.json()).code).toBe("carrier_unavailable");
  });
});
