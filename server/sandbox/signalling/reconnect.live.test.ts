import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeBrowser } from "../media/fake-browser.ts";
import { newSid } from "../sids.ts";
import { noteEvents, startTestSignalling } from "./testing/test-signalling.ts";
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

async function newBrowser() {
  const browser = await FakeBrowser.create();
  browsers.push(browser);
  return browser;
}

async function answeredCall(options: { reconnectTimeout?: number } = {}) {
  const client = await WireClient.listen(carrier.url, options);
  const browser = await newBrowser();
  const sdp = await browser.offer();
  client.say("invite", { callsid: temporarySid, sdp, twilio: { params: "" } });
  await eventually(() => carrier.invites.length).toBe(1);
  const leg = carrier.invites[0]?.leg;
  if (!leg) throw new Error("No call came.");
  leg.answer();
  const answer = await client.hear("answer");
  await browser.accept(String(answer["sdp"]));
  await leg.media.connected;
  return { client, browser, sdp, leg, token: String(answer["reconnect"]) };
}

function reconnect(client: WireClient, options: { callSid: string; sdp: string; token: string }) {
  client.say("invite", { callsid: options.callSid, sdp: options.sdp, reconnect: options.token, twilio: {} });
}

async function echoes(browser: FakeBrowser) {
  browser.heard.length = 0;
  await eventually(() => {
    browser.say(Uint8Array.of(31 << 3, 7));
    return browser.heard.length;
  }).toBeGreaterThan(0);
}

describe("an open call whose socket was lost", () => {
  it("goes on when the browser comes back with its token, its audio untouched", async () => {
    const { client, browser, sdp, leg, token } = await answeredCall();
    leg.media.sendTo(leg.media);
    carrier.signalling.dropSockets();
    await eventually(() => client.closeCode).toBeDefined();
    await echoes(browser);
    const again = await WireClient.listen(carrier.url);
    reconnect(again, { callSid: leg.callSid, sdp, token });
    expect(await again.hear("answer")).toEqual({ callsid: leg.callSid, reconnect: token });
    await echoes(browser);
    expect(carrier.events).toEqual([]);
  });

  it("is controlled from the new socket", async () => {
    const { client, sdp, leg, token } = await answeredCall();
    client.drop();
    const again = await WireClient.listen(carrier.url);
    reconnect(again, { callSid: leg.callSid, sdp, token });
    await again.hear("answer");
    leg.end({ code: 31000, message: "over" });
    expect(await again.hear("hangup")).toMatchObject({ callsid: leg.callSid });
  });

  it("is hung up when the browser does not come back in time", async () => {
    const { client } = await answeredCall({ reconnectTimeout: 0.05 });
    client.drop();
    await eventually(() => carrier.events).toEqual(["hangup"]);
  });

  it("is hung up at once when the browser said that it would not come back", async () => {
    const { client, sdp, leg, token } = await answeredCall({ reconnectTimeout: 0 });
    client.drop();
    await eventually(() => carrier.events).toEqual(["hangup"]);
    const again = await WireClient.listen(carrier.url);
    reconnect(again, { callSid: leg.callSid, sdp, token });
    expect(await again.hear("hangup")).toMatchObject({ callsid: leg.callSid, error: { code: 31209 } });
  });

  it("can be hung up by its own identity from another socket", async () => {
    const { client, leg } = await answeredCall();
    client.drop();
    await eventually(() => client.closeCode).toBeDefined();
    const again = await WireClient.listen(carrier.url);
    await again.settle();
    again.say("hangup", { callsid: leg.callSid });
    await eventually(() => carrier.events).toEqual(["hangup"]);
  });

  it("is told that it is over when it was ended meanwhile", async () => {
    const { client, sdp, leg, token } = await answeredCall();
    client.drop();
    await eventually(() => client.closeCode).toBeDefined();
    leg.end();
    const again = await WireClient.listen(carrier.url);
    reconnect(again, { callSid: leg.callSid, sdp, token });
    expect(await again.hear("hangup")).toMatchObject({ callsid: leg.callSid, error: { code: 31209 } });
    expect(carrier.events).toEqual([]);
  });
});

describe("a call's token", () => {
  it("moves the call to another page, which brings its own audio; the old page is let go", async () => {
    const { client, leg, token } = await answeredCall();
    leg.media.sendTo(leg.media);
    const other = await WireClient.listen(carrier.url);
    const browser = await newBrowser();
    reconnect(other, { callSid: leg.callSid, sdp: await browser.offer(), token });
    const answer = await other.hear("answer");
    expect(answer).toMatchObject({ callsid: leg.callSid, sdp: expect.stringContaining("v=0"), reconnect: token });
    await browser.accept(String(answer["sdp"]));
    await eventually(() => browser.isConnected).toBe(true);
    await echoes(browser);
    expect(await client.hear("hangup")).toEqual({ callsid: leg.callSid });
    client.drop();
    await other.settle();
    expect(carrier.events).toEqual([]);
  });

  it("lets another page accept a call that rings, and stops the ringing", async () => {
    const worker = await WireClient.register(carrier.url);
    const events: string[] = [];
    const callSid = newSid("CA");
    const leg = carrier.signalling.registrations.invite({ identity: "ada", callSid, from: "+1", to: "client:ada", params: {} });
    leg?.listen(noteEvents(events));
    const { reconnect: token } = await worker.hear("invite");
    const page = await WireClient.listen(carrier.url);
    reconnect(page, { callSid, sdp: await (await newBrowser()).offer(), token: String(token) });
    expect(await page.hear("answer")).toMatchObject({ callsid: callSid, sdp: expect.stringContaining("v=0") });
    await worker.hear("cancel");
    expect(events).toEqual(["answer"]);
  });

  it("is no use to a browser that rang for the call but did not get it", async () => {
    const [winner, loser] = await Promise.all([WireClient.register(carrier.url), WireClient.register(carrier.url)]);
    const callSid = newSid("CA");
    carrier.signalling.registrations.invite({ identity: "ada", callSid, from: "+1", to: "client:ada", params: {} });
    const { reconnect: token } = await loser.hear("invite");
    const { sdp } = await winner.hear("invite");
    winner.say("answer", { callsid: callSid, sdp: await (await newBrowser()).answer(String(sdp)) });
    await loser.hear("cancel");
    reconnect(loser, { callSid, sdp: await (await newBrowser()).offer(), token: String(token) });
    expect(await loser.hear("hangup")).toMatchObject({ callsid: callSid, error: { code: 31209 } });
  });

  it("is no use to another identity", async () => {
    const { sdp, leg, token } = await answeredCall();
    const mallory = await WireClient.listen(carrier.url, { identity: "mallory" });
    reconnect(mallory, { callSid: leg.callSid, sdp, token });
    expect(await mallory.hear("hangup")).toMatchObject({ error: { code: 31209 } });
    expect(carrier.events).toEqual([]);
  });

  it.each([
    ["guessed", () => "a".repeat(43)],
    ["empty", () => ""],
    ["cut short", (token: string) => token.slice(1)],
  ])("is no use when it is %s", async (_, spoil) => {
    const { sdp, leg, token } = await answeredCall();
    const again = await WireClient.listen(carrier.url);
    reconnect(again, { callSid: leg.callSid, sdp, token: spoil(token) });
    expect(await again.hear("hangup")).toMatchObject({ error: { code: 31209 } });
  });

  it("used on the same socket, as the SDK does when it renews its access token, changes nothing", async () => {
    const { client, browser, sdp, leg, token } = await answeredCall();
    leg.media.sendTo(leg.media);
    reconnect(client, { callSid: leg.callSid, sdp, token });
    await eventually(() => client.heard("answer").length).toBe(2);
    expect(client.heard("answer")[1]).toEqual({ callsid: leg.callSid, reconnect: token });
    await echoes(browser);
    expect(client.heard("hangup")).toEqual([]);
  });
});
