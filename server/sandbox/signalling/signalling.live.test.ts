import type { IncomingMessage } from "node:http";
import { createConnection } from "node:net";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeBrowser } from "../media/fake-browser.ts";
import type { ReceivedMessage } from "./client-session.ts";
import { testAccount, testToken } from "./testing/test-account.ts";
import { startTestSignalling } from "./testing/test-signalling.ts";
import { WireClient } from "./testing/wire-client.ts";
import { eventually } from "../testing/eventually.ts";

const temporarySid = "TJS00000000-0000-4000-8000-000000000001";

let carrier: Awaited<ReturnType<typeof startTestSignalling>>;
let messages: ReceivedMessage[];
let browser: FakeBrowser;

beforeEach(async () => {
  messages = [];
  carrier = await startTestSignalling({ onMessage: (message) => messages.push(message) });
  browser = await FakeBrowser.create();
});

afterEach(async () => {
  await Promise.all([carrier.close(), browser.close()]);
  expect(carrier.errors).toEqual([]);
});

async function answeredCall() {
  const client = await WireClient.listen(carrier.url);
  client.say("invite", { callsid: temporarySid, sdp: await browser.offer(), twilio: { params: "" } });
  await eventually(() => carrier.invites.length).toBe(1);
  const leg = carrier.invites[0]?.leg;
  if (!leg) throw new Error("No call came.");
  leg.answer();
  await client.hear("answer");
  return { client, leg };
}

describe("a token", () => {
  it("that is good is answered with who it is for and how long it lasts", async () => {
    const client = await WireClient.open(carrier.url);
    client.say("listen", { token: testToken({ ttl: 600 }), reconnectTimeout: 30 });
    const { token } = await client.hear("connected");
    expect(token).toEqual({ identity: "ada", ttl: expect.any(Number), accountSid: testAccount.accountSid });
    expect((token as { ttl: number }).ttl).toBeGreaterThan(595);
    expect((token as { ttl: number }).ttl).toBeLessThanOrEqual(600);
  });

  it.each([
    ["is missing", { token: undefined }, 31102],
    ["is nonsense", { token: "hello" }, 31204],
    ["has another signature", { token: testToken({ secret: "another" }) }, 31202],
    ["has expired", { token: testToken({ ttl: -10 }) }, 31205],
  ])("that %s is refused with Twilio's code", async (_, payload, code) => {
    const client = await WireClient.open(carrier.url);
    client.say("listen", { reconnectTimeout: 30, ...payload });
    expect(await client.hear("error")).toMatchObject({ error: { code } });
    expect(client.heard("connected")).toEqual([]);
  });

  it("may be renewed, but not for another identity", async () => {
    const client = await WireClient.listen(carrier.url);
    client.say("listen", { token: testToken({ ttl: 900 }), reconnectTimeout: 30 });
    await eventually(() => client.heard("connected").length).toBe(2);
    client.say("listen", { token: testToken({ identity: "ben" }), reconnectTimeout: 30 });
    expect(await client.hear("error")).toMatchObject({ error: { code: 31201 } });
  });

  it("is needed before all else", async () => {
    const client = await WireClient.open(carrier.url);
    for (const [type, payload] of [
      ["register", { media: { audio: true } }],
      ["hangup", { callsid: "CA1" }],
      ["invite", { callsid: temporarySid, sdp: "v=0", twilio: {} }],
    ] as const) {
      client.say(type, payload);
    }
    await eventually(() => client.heard("error").length).toBe(3);
    expect(client.heard("error").map(({ error }) => (error as { code: number }).code)).toEqual([31204, 31204, 31204]);
  });

  it("without an incoming grant cannot register", async () => {
    const client = await WireClient.listen(carrier.url, { incoming: false });
    client.say("register", { media: { audio: true } });
    expect(await client.hear("error")).toMatchObject({ error: { code: 31201 } });
    expect(client.heard("ready")).toEqual([]);
  });
});

describe("a frame that cannot be understood", () => {
  it.each([
    ["no JSON", "hello"],
    ["JSON, but no object", "[]"],
    ["null", "null"],
    ["of an unknown type", JSON.stringify({ type: "presence", payload: {} })],
    ["without a payload", JSON.stringify({ type: "register" })],
    ["with a field of the wrong kind", JSON.stringify({ type: "register", payload: { media: { audio: "yes" } } })],
    ["with digits that are none", JSON.stringify({ type: "dtmf", payload: { callsid: "CA1", dtmf: "1;2" } })],
    ["too long", JSON.stringify({ type: "hangup", payload: { callsid: "CA1", message: "x".repeat(70_000) } })],
    ["in bytes", Buffer.from([0, 1, 2])],
  ])("is answered with an error and nothing else: %s", async (_, text) => {
    const client = await WireClient.listen(carrier.url);
    client.sayText(text);
    expect(await client.hear("error")).toEqual({ error: { code: 31100, message: expect.any(String) } });
    client.say("register", { media: { audio: true } });
    await client.hear("ready");
  });

  it("closes the socket when it is far too large to read, and no other", async () => {
    const [flooder, other] = [await WireClient.listen(carrier.url), await WireClient.listen(carrier.url)];
    flooder.sayText("x".repeat(300_000));
    await eventually(() => flooder.closeCode).toBe(1009);
    other.say("register", { media: { audio: true } });
    await other.hear("ready");
  });

  it("closes the socket when far too many come at once", async () => {
    const client = await WireClient.open(carrier.url);
    for (let i = 0; i < 5000; i++) client.say("listen", { token: testToken(), reconnectTimeout: 30 });
    await eventually(() => client.closeCode).toBe(1008);
  });
});

/** Every frame that names a call. */
const about = (callsid: string) =>
  [
    ["hangup", { callsid }],
    ["reject", { callsid }],
    ["answer", { callsid, sdp: "v=0" }],
    ["reinvite", { callsid, sdp: "v=0" }],
    ["dtmf", { callsid, dtmf: "1" }],
    ["message", { callsid, content: {}, messagetype: "user-defined-message", voiceeventsid: "KX1" }],
  ] as const;

describe("a frame about a call", () => {
  it("of another identity is an error, and leaves the call alone", async () => {
    const { leg } = await answeredCall();
    const mallory = await WireClient.listen(carrier.url, { identity: "mallory" });
    for (const [type, payload] of about(leg.callSid)) mallory.say(type, payload);
    await eventually(() => mallory.heard("error").length).toBe(6);
    for (const error of mallory.heard("error")) expect(error).toMatchObject({ error: { code: 31404 }, callsid: leg.callSid });
    expect(carrier.events).toEqual([]);
    expect(messages).toEqual([]);
  });

  it("on another page of the same identity is an error without the call's token", async () => {
    const { leg } = await answeredCall();
    const other = await WireClient.listen(carrier.url);
    other.say("hangup", { callsid: leg.callSid });
    expect(await other.hear("error")).toMatchObject({ error: { code: 31404 } });
    expect(carrier.events).toEqual([]);
  });

  it("that nobody has is an error", async () => {
    const client = await WireClient.listen(carrier.url);
    client.say("hangup", { callsid: "CA0" });
    expect(await client.hear("error")).toMatchObject({ error: { code: 31404 }, callsid: "CA0" });
  });

  it("that has just ended is not, since the two may have crossed", async () => {
    const { client, leg } = await answeredCall();
    leg.end();
    for (const [type, payload] of about(leg.callSid)) client.say(type, payload);
    await client.settle();
    expect(client.heard("error")).toHaveLength(1);
    expect(carrier.events).toEqual([]);
  });
});

describe("user-defined messages", () => {
  const message = { contenttype: "application/json", messagetype: "user-defined-message", voiceeventsid: "KX1" };

  it("from the browser reach the carrier and are acknowledged", async () => {
    const { client, leg } = await answeredCall();
    client.say("message", { callsid: leg.callSid, content: { note: "Ζωή" }, ...message });
    expect(await client.hear("ack")).toEqual({ acktype: "message", callsid: leg.callSid, voiceeventsid: "KX1" });
    expect(messages).toEqual([
      {
        callSid: leg.callSid,
        identity: "ada",
        content: { note: "Ζωή" },
        contentType: "application/json",
        voiceEventSid: "KX1",
      },
    ]);
  });

  it.each([
    ["of another type", { messagetype: "other" }, 31210],
    ["that are too large", { content: "x".repeat(11_000) }, 31212],
  ])("from the browser %s are refused by their id", async (_, spoiled, code) => {
    const { client, leg } = await answeredCall();
    client.say("message", { callsid: leg.callSid, content: {}, ...message, ...spoiled });
    expect(await client.hear("error")).toMatchObject({ error: { code }, callsid: leg.callSid, voiceeventsid: "KX1" });
    expect(messages).toEqual([]);
  });

  it("from the carrier reach the browser", async () => {
    const { client, leg } = await answeredCall();
    expect(carrier.signalling.sendMessage(leg.callSid, { content: { balance: "1.00" } })).toBe(true);
    expect(await client.hear("message")).toEqual({
      callsid: leg.callSid,
      content: { balance: "1.00" },
      contenttype: "application/json",
      messagetype: "user-defined-message",
      voiceeventsid: expect.stringMatching(/^KX[0-9a-f]{32}$/),
    });
    leg.end();
    expect(carrier.signalling.sendMessage(leg.callSid, { content: {} })).toBe(false);
  });
});

describe("heartbeats", () => {
  beforeEach(async () => {
    await carrier.close();
    carrier = await startTestSignalling({ heartbeatMs: 20 });
  });

  it("keep a socket open that answers them", async () => {
    const client = await WireClient.listen(carrier.url);
    await eventually(() => client.heartbeats).toBeGreaterThan(8);
    expect(client.closeCode).toBeUndefined();
  });

  it("drop a socket that does not", async () => {
    const client = await WireClient.listen(carrier.url);
    client.answersHeartbeats = false;
    await eventually(() => client.closeCode).toBe(1006);
  });
});

describe("the server", () => {
  it("ends a call that its own switchboard fails to take, and serves on", async () => {
    await carrier.close();
    const failure = new Error("a fault of the switchboard");
    carrier = await startTestSignalling({
      switchboard: {
        handleInvite() {
          throw failure;
        },
      },
    });
    const client = await WireClient.listen(carrier.url);
    client.say("invite", { callsid: temporarySid, sdp: await browser.offer(), twilio: { params: "" } });
    expect(await client.hear("hangup")).toMatchObject({ callsid: temporarySid, error: { code: 31000 } });
    expect(await client.hear("error")).toMatchObject({ error: { code: 31000 } });
    client.say("register", { media: { audio: true } });
    await client.hear("ready");
    expect(carrier.errors.splice(0)).toEqual([failure]);
  });

  it.each(["/other", "//", "http://["])("answers no other path, such as %s", async (path) => {
    const { port } = new URL(carrier.url);
    const socket = createConnection(Number(port), "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => (answer += data.toString()));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    await eventually(() => answer).toContain("404 Not Found");
    socket.destroy();
  });

  it("outlives a connection that breaks while it is refused", async () => {
    const socket = new PassThrough();
    carrier.signalling.handleUpgrade({ url: "/other" } as IncomingMessage, socket, Buffer.alloc(0));
    expect(() => socket.emit("error", new Error("ECONNRESET"))).not.toThrow();
  });

  it("hangs up all calls and says goodbye when it closes", async () => {
    const { client, leg } = await answeredCall();
    await carrier.signalling.close();
    expect(await client.hear("hangup")).toEqual({ callsid: leg.callSid });
    await eventually(() => client.closeCode).toBe(1001);
  });
});
