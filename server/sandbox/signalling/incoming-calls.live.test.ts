import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClientLeg } from "../legs.ts";
import { FakeBrowser } from "../media/fake-browser.ts";
import { newSid } from "../sids.ts";
import { testAccount, testToken } from "./testing/test-account.ts";
import { noteEvents, startTestSignalling } from "./testing/test-signalling.ts";
import { WireClient } from "./testing/wire-client.ts";
import { eventually } from "../testing/eventually.ts";

let carrier: Awaited<ReturnType<typeof startTestSignalling>>;
let browsers: FakeBrowser[];
let events: string[];

beforeEach(async () => {
  carrier = await startTestSignalling();
  browsers = [];
  events = [];
});

afterEach(async () => {
  await Promise.all([carrier.close(), ...browsers.map((browser) => browser.close())]);
  expect(carrier.errors).toEqual([]);
});

function ring(identity = "ada", params: Record<string, string> = {}): ClientLeg {
  const callSid = newSid("CA");
  const leg = carrier.signalling.registrations.invite({
    identity,
    callSid,
    from: "+14155550100",
    to: `client:${identity}`,
    params,
  });
  if (!leg) throw new Error("Nobody is registered.");
  leg.listen(noteEvents(events));
  return leg;
}

function register() {
  return WireClient.register(carrier.url);
}

async function accept(client: WireClient) {
  const { callsid, sdp } = await client.hear("invite");
  const browser = await FakeBrowser.create();
  browsers.push(browser);
  client.say("answer", { callsid, sdp: await browser.answer(String(sdp)) });
  return browser;
}

describe("a call to an identity", () => {
  it("tells the browser who calls whom, and the parameters in any Unicode", async () => {
    const client = await WireClient.register(carrier.url);
    const leg = ring("ada", { name: "Ζωή & 👋 = +" });
    const invite = await client.hear("invite");
    expect(invite).toMatchObject({
      callsid: leg.callSid,
      sdp: expect.stringContaining("m=audio"),
      reconnect: expect.stringMatching(/^.{40,}$/),
      parameters: { CallSid: leg.callSid, From: "+14155550100", To: "client:ada", AccountSid: testAccount.accountSid },
    });
    const { Params } = invite["parameters"] as { Params: string };
    expect(Params).toBe(`name=${encodeURIComponent("Ζωή & 👋 = +")}`);
    expect(leg).toMatchObject({ identity: "ada", direction: "outbound-dial" });
  });

  it("is answered by the browser, and audio flows both ways", async () => {
    const client = await WireClient.register(carrier.url);
    const leg = ring();
    const browser = await accept(client);
    await eventually(() => events).toEqual(["answer"]);
    leg.media.sendTo(leg.media);
    await leg.media.connected;
    await eventually(() => {
      browser.say(Uint8Array.of(31 << 3, 7));
      return browser.heard.length;
    }).toBeGreaterThan(0);
    expect(client.heard("answer")).toEqual([]);
  });

  it("rings all of its browsers; the first to accept has the call, and the others stop ringing", async () => {
    const [office, phone, laptop] = await Promise.all([register(), register(), register()]);
    const leg = ring();
    await Promise.all([office, phone, laptop].map((client) => client.hear("invite")));
    await accept(phone);
    await eventually(() => events).toEqual(["answer"]);
    expect(await office.hear("cancel")).toEqual({ callsid: leg.callSid });
    expect(await laptop.hear("cancel")).toEqual({ callsid: leg.callSid });
    expect(phone.heard("cancel")).toEqual([]);
  });

  it("is not had by a browser that accepts too late", async () => {
    const [first, second] = await Promise.all([WireClient.register(carrier.url), WireClient.register(carrier.url)]);
    ring();
    await Promise.all([first.hear("invite"), second.hear("invite")]);
    await accept(first);
    await accept(second);
    await second.hear("cancel");
    await second.settle();
    expect(events).toEqual(["answer"]);
  });

  it("reaches nobody when nobody is registered, or has unregistered, or another identity is", async () => {
    const { registrations } = carrier.signalling;
    const call = { identity: "ada", callSid: newSid("CA"), from: "client:ben", to: "client:ada", params: {} };
    expect(registrations.invite(call)).toBeUndefined();
    const client = await WireClient.register(carrier.url);
    await WireClient.register(carrier.url, { identity: "ben" });
    client.say("register", { media: { audio: false } });
    await client.hear("offline");
    expect(registrations.invite(call)).toBeUndefined();
  });

  it("reaches nobody once the token of the registration has expired", async () => {
    await carrier.close();
    let nowMs = Date.now();
    carrier = await startTestSignalling({ clock: () => nowMs });
    await WireClient.register(carrier.url, { token: testToken({ ttl: 60 }) });
    nowMs += 61_000;
    expect(() => ring()).toThrow("Nobody is registered");
  });

  it("is declined when all browsers have declined, and not before", async () => {
    const [first, second] = await Promise.all([WireClient.register(carrier.url), WireClient.register(carrier.url)]);
    const leg = ring();
    await Promise.all([first.hear("invite"), second.hear("invite")]);
    first.say("reject", { callsid: leg.callSid });
    await first.settle();
    expect(events).toEqual([]);
    second.say("reject", { callsid: leg.callSid });
    await eventually(() => events).toEqual(["reject"]);
  });

  it("is declined when one browser declines and the others are gone", async () => {
    const [first, second] = await Promise.all([WireClient.register(carrier.url), WireClient.register(carrier.url)]);
    const leg = ring();
    await Promise.all([first.hear("invite"), second.hear("invite")]);
    first.say("reject", { callsid: leg.callSid });
    await first.settle();
    second.drop();
    await eventually(() => events).toEqual(["reject"]);
  });

  it("rings on when its only browser is gone without a word, until the switchboard gives up", async () => {
    const client = await WireClient.register(carrier.url);
    const leg = ring();
    await client.hear("invite");
    client.drop();
    await eventually(() => client.closeCode).toBeDefined();
    expect(events).toEqual([]);
    leg.end();
    expect(events).toEqual([]);
  });

  it("is cancelled at every browser when the caller gives up", async () => {
    const [first, second] = await Promise.all([WireClient.register(carrier.url), WireClient.register(carrier.url)]);
    const leg = ring();
    await Promise.all([first.hear("invite"), second.hear("invite")]);
    leg.end();
    expect(await first.hear("cancel")).toEqual({ callsid: leg.callSid });
    expect(await second.hear("cancel")).toEqual({ callsid: leg.callSid });
    expect(events).toEqual([]);
  });

  it("rings nowhere when it is over before the browser's offer is made", async () => {
    const client = await WireClient.register(carrier.url);
    ring().end();
    await client.settle();
    expect(client.heard("invite")).toEqual([]);
    expect(client.heard("cancel")).toEqual([]);
  });

  it("is ended when the browser accepts with a description that cannot be used", async () => {
    const client = await WireClient.register(carrier.url);
    const leg = ring();
    await client.hear("invite");
    client.say("answer", { callsid: leg.callSid, sdp: "hello" });
    expect(await client.hear("hangup")).toMatchObject({ callsid: leg.callSid, error: { code: 31400 } });
    expect(events).toEqual(["hangup"]);
  });

  it("is hung up by the browser that accepted it", async () => {
    const client = await WireClient.register(carrier.url);
    const leg = ring();
    await accept(client);
    client.say("hangup", { callsid: leg.callSid });
    await eventually(() => events).toEqual(["answer", "hangup"]);
  });
});
