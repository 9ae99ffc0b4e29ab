import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeBrowser } from "./media/fake-browser.ts";
import { loadClip, type ClipName } from "./prompts/clips.ts";
import { twilioClient } from "./rest/testing/twilio-client.ts";
import { startSandbox, type Sandbox } from "./sandbox.ts";
import { testAccount } from "./signalling/testing/test-account.ts";
import { WireClient } from "./signalling/testing/wire-client.ts";
import { startTestApplication } from "./testing/test-application.ts";

const statusCallback = `statusCallback="/status#rc=5&amp;rp=5xx,ct,rt" statusCallbackEvent="initiated ringing answered completed"`;

function dial(nouns: string): string {
  return `<Dial callerId="+14155550199" answerOnBridge="true" action="/after">${nouns}</Dial>`;
}

function number(to: string): string {
  return dial(`<Number ${statusCallback}>${to}</Number>`);
}

let application: Awaited<ReturnType<typeof startTestApplication>>;
let sandbox: Sandbox;
const browsers: FakeBrowser[] = [];

beforeEach(async () => {
  application = await startTestApplication(testAccount);
  sandbox = await startSandbox({ account: testAccount, voiceUrl: `${application.origin}/voice`, hasFaultControl: true });
});
afterEach(async () => {
  await sandbox.close();
  await application.close();
  await Promise.all(browsers.splice(0).map((browser) => browser.close()));
});

/** A browser places a call, as the SDK does. */
async function call(params = "To=%2B14155550100") {
  const client = await WireClient.listen(sandbox.signalUrl, { identity: "alice" });
  const browser = await FakeBrowser.create();
  browsers.push(browser);
  client.say("invite", { callsid: `TJS${randomUUID()}`, sdp: await browser.offer(), twilio: { params } });
  return { client, browser };
}

async function hears(browser: FakeBrowser, clip: ClipName): Promise<void> {
  const wanted = new Set(loadClip(clip).packets.slice(5, 20).map(toHex));
  await expect.poll(() => browser.heard.some((packet) => wanted.has(toHex(packet))), { message: clip, timeout: 8000 }).toBe(true);
}

function toHex(packet: Uint8Array): string {
  return Buffer.from(packet).toString("hex");
}

describe("a call through the whole carrier", { timeout: 30_000 }, () => {
  it("rings, is answered, echoes and ends, and the application hears of it all, signed", async () => {
    application.answers.set("/voice", number("+14155550100"));
    const { client, browser } = await call("To=%2B14155550100&callId=call_1");
    const ringing = await client.hear("ringing");
    await browser.accept(String(ringing["sdp"]));
    await hears(browser, "ringback");
    await client.hear("answer");
    await hears(browser, "greeting");
    const voice = Uint8Array.of(0x78, 1, 2, 3, 4, 5, 6, 7);
    await expect
      .poll(
        () => {
          browser.say(voice);
          return browser.heard.some((packet) => toHex(packet) === toHex(voice));
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    client.say("hangup", { callsid: ringing["callsid"] });
    await expect.poll(() => application.statusesAt("/status").length, { timeout: 5000 }).toBe(4);
    await expect.poll(() => application.statusesAt("/after")).toEqual(["completed"]);

    expect(application.received.filter(({ isSigned }) => !isSigned)).toEqual([]);
    expect(application.received[0]).toMatchObject({
      path: "/voice",
      fields: { CallSid: ringing["callsid"], From: "client:alice", To: "+14155550100", callId: "call_1" },
    });
    expect(new Set(application.statusesAt("/status"))).toEqual(new Set(["initiated", "ringing", "in-progress", "completed"]));
    const [parent, child] = sandbox.calls();
    expect(parent).toMatchObject({ sid: ringing["callsid"], status: "completed" });
    expect(child).toMatchObject({ parentCallSid: ringing["callsid"], status: "completed", from: "+14155550199" });
    expect(sandbox.notifications()).toEqual([]);
  });

  it("tells the browser when the callee hangs up", async () => {
    application.answers.set("/voice", number("+12125550101"));
    const { client } = await call();
    await client.hear("answer");
    await client.hear("hangup");
    expect(sandbox.calls().map(({ status }) => status)).toEqual(["completed", "completed"]);
  });

  it("says which key was pressed", async () => {
    application.answers.set("/voice", number("+14155550101"));
    const { client, browser } = await call();
    const ringing = await client.hear("ringing");
    await browser.accept(String(ringing["sdp"]));
    await client.hear("answer");
    await hears(browser, "ivr-menu");
    browser.press(5);
    await hears(browser, "digit-5");
    client.say("dtmf", { callsid: ringing["callsid"], dtmf: "7" });
    await hears(browser, "digit-7");
  });

  it("joins two browsers", async () => {
    application.answers.set("/voice", dial(`<Client ${statusCallback}>bob</Client>`));
    const bob = await WireClient.register(sandbox.signalUrl, { identity: "bob" });
    const bobBrowser = await FakeBrowser.create();
    browsers.push(bobBrowser);
    const { client, browser } = await call();
    const invite = await bob.hear("invite");
    expect(invite).toMatchObject({ parameters: { From: "+14155550199", To: "client:bob" } });
    await browser.accept(String((await client.hear("ringing"))["sdp"]));
    bob.say("answer", { callsid: invite["callsid"], sdp: await bobBrowser.answer(String(invite["sdp"])) });
    await client.hear("answer");
    const voice = Uint8Array.of(0x78, 9, 9, 9, 9);
    await expect
      .poll(
        () => {
          browser.say(voice);
          return bobBrowser.heard.some((packet) => toHex(packet) === toHex(voice));
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    bob.say("hangup", { callsid: invite["callsid"] });
    await client.hear("hangup");
  });

  it("is ended for real by the REST API", async () => {
    application.answers.set("/voice", number("+14155550100"));
    const { client } = await call();
    const callSid = String((await client.hear("answer"))["callsid"]);
    const library = twilioClient(sandbox.url, testAccount);
    const [child] = await library.calls.list({ parentCallSid: callSid });
    expect(child).toMatchObject({ status: "in-progress", to: "+14155550100" });
    const leg = library.calls(child?.sid ?? "");
    await leg.update({ status: "completed" });
    await client.hear("hangup");
    await expect.poll(() => application.statusesAt("/after")).toEqual(["in-progress"]);
    expect(await library.calls(callSid).fetch()).toMatchObject({ status: "completed" });
    await expect(leg.update({ status: "completed" })).rejects.toMatchObject({ code: 21220 });
  });

  it("goes to the voice URL that is set, whoever set it", async () => {
    application.answers.set("/moved", "<Reject/>");
    sandbox.setVoiceUrl(`${application.origin}/moved`);
    const first = await call();
    expect(await first.client.hear("hangup")).toMatchObject({ error: { code: 31603 } });
    const library = twilioClient(sandbox.url, testAccount);
    application.answers.set("/again", `<Reject reason="busy"/>`);
    await library.applications(testAccount.applicationSid).update({ voiceUrl: `${application.origin}/again` });
    const second = await call();
    expect(await second.client.hear("hangup")).toMatchObject({ error: { code: 31486 } });
  });

  it("is spoken to when the application fails, and the debugger says why", async () => {
    sandbox.setVoiceUrl("http://127.0.0.1:1/voice");
    const { client, browser } = await call();
    const answer = await client.hear("answer");
    await browser.accept(String(answer["sdp"]));
    await hears(browser, "application-error");
    await client.hear("hangup");
    expect(sandbox.notifications()).toMatchObject([{ severity: "error", code: 11205, callSid: answer["callsid"] }]);
  });
});

describe("faults on request", { timeout: 30_000 }, () => {
  it("drop, double, delay and reorder callbacks", async () => {
    application.answers.set("/voice", number("+14155550103"));
    sandbox.faults.callbacks.dropShare = 1;
    await (await call()).client.hear("hangup");
    expect(application.statusesAt("/after")).toHaveLength(1);
    expect(application.statusesAt("/status")).toEqual([]);
    sandbox.faults.callbacks = { dropShare: 0, doubleShare: 1, delayMs: 50, reorder: true };
    await (await call()).client.hear("hangup");
    await expect.poll(() => application.statusesAt("/status"), { timeout: 5000 }).toHaveLength(4);
    expect(application.statusesAt("/status").filter((status) => status === "busy")).toHaveLength(2);
  });

  it("drop the sockets, and the call lives on for the browser that comes back", async () => {
    application.answers.set("/voice", number("+14155550100"));
    const { client } = await call();
    await client.hear("answer");
    sandbox.dropSockets();
    await expect.poll(() => client.closeCode).toBeDefined();
    expect(sandbox.calls().map(({ status }) => status)).toEqual(["in-progress", "in-progress"]);
  });

  it("blackhole the audio of calls under way, which go on", async () => {
    application.answers.set("/voice", number("+14155550100"));
    const { client, browser } = await call();
    await browser.accept(String((await client.hear("ringing"))["sdp"]));
    await client.hear("answer");
    await hears(browser, "greeting");
    sandbox.blackholeMedia();
    const heardBefore = browser.heard.length;
    // By the time a later call has been greeted, the earlier would have heard some fifty packets more.
    const later = await call();
    await later.browser.accept(String((await later.client.hear("ringing"))["sdp"]));
    await hears(later.browser, "greeting");
    expect(browser.heard.length - heardBefore).toBeLessThan(10);
    expect(sandbox.calls()[0]?.status).toBe("in-progress");
  });

  it("are asked for over HTTP by those who know the credentials", async () => {
    const authorization = `Basic ${btoa(`${testAccount.accountSid}:${testAccount.authToken}`)}`;
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${sandbox.url}${path}`, { ...init, headers: { authorization, "content-type": "application/json" } });
    expect((await fetch(`${sandbox.url}/faults`)).status).toBe(401);
    const changed = await ask("/faults", { method: "PATCH", body: `{"callbacks":{"dropShare":0.5},"restDown":true}` });
    expect(await changed.json()).toMatchObject({ callbacks: { dropShare: 0.5, doubleShare: 0 }, restDown: true });
    expect(sandbox.faults).toMatchObject({ callbacks: { dropShare: 0.5 }, restDown: true });
    expect((await ask(`/2010-04-01/Accounts/${testAccount.accountSid}/Calls.json`)).status).toBe(503);
    expect(await (await ask("/faults")).json()).toEqual(sandbox.faults);
    for (const body of [`{"callbacks":{"dropShare":2}}`, `{"rain":true}`, "nonsense"]) {
      expect((await ask("/faults", { method: "PATCH", body })).status).toBe(400);
    }
    const client = await WireClient.listen(sandbox.signalUrl);
    expect((await ask("/faults/drop-sockets", { method: "POST" })).status).toBe(204);
    await expect.poll(() => client.closeCode).toBeDefined();
    expect((await ask("/faults/blackhole-media", { method: "POST" })).status).toBe(204);
    expect(await (await ask("/faults/heard")).json()).toEqual([]);
    const badNetwork = { method: "POST", body: `{"lossShare":0.2,"burstMs":40}` };
    expect((await ask("/faults/impair-media", badNetwork)).status).toBe(204);
    expect((await ask("/faults/impair-media", { method: "POST", body: `{"lossShare":2,"burstMs":0}` })).status).toBe(400);
  });

  it("cannot be asked for over HTTP unless the carrier was started so", async () => {
    const closed = await startSandbox({ account: testAccount, voiceUrl: `${application.origin}/voice` });
    const authorization = `Basic ${btoa(`${testAccount.accountSid}:${testAccount.authToken}`)}`;
    expect((await fetch(`${closed.url}/faults`, { headers: { authorization } })).status).toBe(404);
    await closed.close();
  });
});

describe("stopping the carrier", () => {
  it("hangs up what goes on, and tells the application so", async () => {
    application.answers.set("/voice", number("+14155550100"));
    const { client } = await call();
    await client.hear("answer");
    await sandbox.close();
    expect(application.statusesAt("/status")).toContain("completed");
    await expect.poll(() => client.heard("hangup")).toHaveLength(1);
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });
});
