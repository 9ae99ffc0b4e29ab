import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeBrowser } from "../media/fake-browser.ts";
import { testAccount, testToken } from "./testing/test-account.ts";
import { startTestSignalling } from "./testing/test-signalling.ts";
import { WireClient } from "./testing/wire-client.ts";
import { eventually } from "../testing/eventually.ts";

const temporarySid = "TJS00000000-0000-4000-8000-000000000001";

let carrier: Awaited<ReturnType<typeof startTestSignalling>>;
let browsers: FakeBrowser[];

beforeEach(async () => {
  carrier = await startTestSignalling();
  browsers = [];
});

afterEach(async () => {
  await Promise.all([carrier.close(), ...browsers.map((browser) => browser.close())]);
  expect(carrier.errors).toEqual([]);
});

async function newOffer() {
  const browser = await FakeBrowser.create();
  browsers.push(browser);
  return { browser, sdp: await browser.offer() };
}

async function invite(options: { client?: WireClient; params?: string } = {}) {
  const client = options.client ?? (await WireClient.listen(carrier.url));
  const { browser, sdp } = await newOffer();
  client.say("invite", { callsid: temporarySid, sdp, twilio: { params: options.params ?? "To=%2B14155550100" } });
  await eventually(() => carrier.invites.length).toBe(1);
  const [{ leg, params, applicationSid } = { leg: undefined, params: {}, applicationSid: "" }] = carrier.invites;
  if (!leg) throw new Error("No call came.");
  return { client, browser, sdp, leg, params, applicationSid };
}

describe("a call that a browser places", () => {
  it("reaches the switchboard with its identity, application and parameters", async () => {
    const { leg, params, applicationSid } = await invite({ params: "To=%2B14155550100&callId=call_1" });
    expect(leg).toMatchObject({ identity: "ada", direction: "inbound" });
    expect(leg.callSid).toMatch(/^CA[0-9a-f]{32}$/);
    expect(applicationSid).toBe(testAccount.applicationSid);
    expect(params).toEqual({ To: "+14155550100", callId: "call_1" });
  });

  it("carries parameters of any Unicode, and any that JavaScript has its own use for", async () => {
    const said = { name: "Ζωή 👋 & = + % \n", __proto__x: "1", empty: "" };
    const query = Object.entries(said).map((pair) => pair.map(encodeURIComponent).join("="));
    const { params } = await invite({ params: [...query, "__proto__=polluted"].join("&") });
    expect(params).toMatchObject(said);
    expect(Object.entries(params)).toContainEqual(["__proto__", "polluted"]);
  });

  it("rings without audio, then is answered with it", async () => {
    const { client, leg } = await invite();
    leg.ring({ earlyMedia: false });
    expect(await client.hear("ringing")).toEqual({ callsid: leg.callSid });
    leg.answer();
    const answer = await client.hear("answer");
    expect(answer).toMatchObject({ callsid: leg.callSid, sdp: expect.stringContaining("v=0") });
    expect(answer["reconnect"]).toMatch(/^.{40,}$/);
  });

  it("rings with early media, and is answered without a second description", async () => {
    const { client, leg, browser } = await invite();
    leg.ring({ earlyMedia: true });
    const { sdp } = await client.hear("ringing");
    await browser.accept(String(sdp));
    await leg.media.connected;
    leg.answer();
    expect(await client.hear("answer")).toEqual({ callsid: leg.callSid, reconnect: expect.any(String) });
  });

  it("is ended by the carrier, with its reason and once only", async () => {
    const { client, leg } = await invite();
    leg.answer();
    leg.end({ code: 31486, message: "Busy Here" });
    leg.end();
    expect(await client.hear("hangup")).toEqual({ callsid: leg.callSid, error: { code: 31486, message: "Busy Here" } });
    await client.settle();
    expect(client.heard("hangup")).toHaveLength(1);
    expect(carrier.events).toEqual([]);
  });

  it("is ended by the carrier without a reason", async () => {
    const { client, leg } = await invite();
    leg.ring({ earlyMedia: false });
    leg.end();
    expect(await client.hear("hangup")).toEqual({ callsid: leg.callSid });
  });

  it("is ended by the sid that the browser knows when it has not rung yet", async () => {
    const { client, leg } = await invite();
    leg.end({ code: 31486, message: "Busy Here" });
    expect(await client.hear("hangup")).toMatchObject({ callsid: temporarySid });
  });

  it.each(["by its temporary sid before it rings", "by its sid once it is up"])("is hung up by the browser %s", async (when) => {
    const { client, leg } = await invite();
    if (when.includes("once")) leg.answer();
    client.say("hangup", { callsid: when.includes("once") ? leg.callSid : temporarySid });
    await eventually(() => carrier.events).toEqual(["hangup"]);
    await client.settle();
    expect(client.heard("hangup")).toEqual([]);
    await expect(leg.media.connected).rejects.toThrow("closed");
  });

  it("hears digits that come by message, without the pauses between them", async () => {
    const { client, leg } = await invite();
    leg.answer();
    client.say("dtmf", { callsid: leg.callSid, dtmf: "1w2#*" });
    await eventually(() => carrier.events).toEqual(["digits 12#*"]);
  });

  it("is over when its socket is lost before it is answered, since the browser has no way back", async () => {
    const { client } = await invite();
    client.drop();
    await eventually(() => carrier.events).toEqual(["hangup"]);
  });

  it("has its audio renewed when the browser restarts ICE", async () => {
    const { client, leg, browser } = await invite();
    leg.answer();
    await browser.accept(String((await client.hear("answer"))["sdp"]));
    await eventually(() => browser.isConnected).toBe(true);
    client.say("reinvite", { callsid: leg.callSid, sdp: await browser.offer({ iceRestart: true }) });
    await eventually(() => client.heard("answer").length).toBe(2);
    expect(client.heard("answer")[1]).toMatchObject({ callsid: leg.callSid, sdp: expect.stringContaining("v=0") });
  });
});

async function refusalOf(options: { token?: string; outgoing?: string | false; sdp?: string }) {
  const client = await WireClient.listen(carrier.url, options);
  client.say("invite", { callsid: temporarySid, sdp: options.sdp ?? (await newOffer()).sdp, twilio: { params: "" } });
  const hangup = await client.hear("hangup");
  expect(carrier.invites).toEqual([]);
  return { hangup, client };
}

describe("a call that may not be placed", () => {
  it.each([
    ["the token has no outgoing grant", { outgoing: false } as const, 31201],
    ["the token's application is not ours", { outgoing: `AP${"9".repeat(32)}` }, 31001],
    ["the session description cannot be used", { sdp: "hello" }, 31400],
  ])("is hung up with the reason when %s", async (_, options, code) => {
    const { hangup } = await refusalOf(options);
    expect(hangup).toMatchObject({ callsid: temporarySid, error: { code } });
  });

  it("is refused and hung up when the token has expired since", async () => {
    await carrier.close();
    let nowMs = Date.now();
    carrier = await startTestSignalling({ clock: () => nowMs });
    const client = await WireClient.listen(carrier.url, { token: testToken({ ttl: 60 }) });
    nowMs += 61_000;
    client.say("invite", { callsid: temporarySid, sdp: (await newOffer()).sdp, twilio: { params: "" } });
    expect(await client.hear("error")).toMatchObject({ error: { code: 31205 }, callsid: temporarySid });
    expect(await client.hear("hangup")).toEqual({ callsid: temporarySid });
  });

  it("is refused when the browser gives two calls one sid", async () => {
    const { client, sdp } = await invite();
    client.say("invite", { callsid: temporarySid, sdp, twilio: { params: "" } });
    expect(await client.hear("error")).toMatchObject({ error: { code: 31100 }, callsid: temporarySid });
    expect(carrier.invites).toHaveLength(1);
  });
});
