import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallStatus } from "../call-records.ts";
import { testAccount } from "../signalling/testing/test-account.ts";
import { startMs, startRestServer } from "./testing/rest-server.ts";
import { twilioClient } from "./testing/twilio-client.ts";

let server: Awaited<ReturnType<typeof startRestServer>>;
let client: ReturnType<typeof twilioClient>;

beforeEach(async () => {
  server = await startRestServer();
  client = twilioClient(server.url, testAccount);
});
afterEach(() => server.close());

describe("calls, as the twilio library sees them", () => {
  it("are fetched by their sid", async () => {
    server.addLeg("CA1", talked(61));
    await server.scheduler.advance(3_600_000);
    const call = await client.calls("CA1").fetch();
    expect(call).toMatchObject({
      sid: "CA1",
      accountSid: testAccount.accountSid,
      parentCallSid: "CAparent",
      direction: "outbound-dial",
      from: "+14155550199",
      to: "+14155550100",
      status: "completed",
      duration: "61",
      startTime: new Date(startMs + 5000),
      endTime: new Date(startMs + 66_000),
      price: "-0.02800",
      priceUnit: "USD",
    });
  });

  it("that go on have no end, duration or price; those that just ended have no price yet", async () => {
    server.addLeg("CA1", [
      ["initiated", 0],
      ["in-progress", 1],
    ]);
    server.addLeg("CA2", [
      ["in-progress", 0],
      ["completed", 60],
    ]);
    expect(await client.calls("CA1").fetch()).toMatchObject({
      status: "in-progress",
      endTime: null,
      duration: null,
      price: null,
    });
    expect(await client.calls("CA2").fetch()).toMatchObject({ status: "completed", duration: "60", price: null });
  });

  it("are listed by parent, status, party and start time, newest first", async () => {
    server.addLeg("CA1", talked(10));
    server.addLeg(
      "CA2",
      [
        ["initiated", 0],
        ["busy", 1],
      ],
      { to: "+14155550103", afterSeconds: 60 },
    );
    server.addLeg("CA3", [["initiated", 0]], { parentCallSid: "CAother", afterSeconds: 120 });
    expect(await sids({})).toEqual(["CA3", "CA2", "CA1"]);
    expect(await sids({ parentCallSid: "CAparent" })).toEqual(["CA2", "CA1"]);
    expect(await sids({ status: "busy" })).toEqual(["CA2"]);
    expect(await sids({ to: "+14155550103" })).toEqual(["CA2"]);
    expect(await sids({ from: "+14155550100" })).toEqual([]);
    expect(await sids({ startTimeAfter: new Date(startMs + 60_000) })).toEqual(["CA3", "CA2"]);
    expect(await sids({ startTimeBefore: new Date(startMs + 60_000) })).toEqual(["CA2", "CA1"]);
    expect(await sids({ startTime: new Date(startMs) })).toEqual(["CA3", "CA2", "CA1"]);
    expect(await sids({ startTime: new Date(startMs - 86_400_000) })).toEqual([]);
    expect(await sids({ endTimeAfter: new Date(startMs + 15_000) })).toEqual(["CA2", "CA1"]);
  });

  it("come in pages that new calls do not shift", async () => {
    for (let count = 1; count <= 7; count += 1) server.addLeg(`CA${count}`, talked(1));
    const first = await client.calls.page({ pageSize: 3, parentCallSid: "CAparent" });
    expect(first.instances.map(({ sid }) => sid)).toEqual(["CA7", "CA6", "CA5"]);
    server.addLeg("CA8", talked(1));
    const second = await first.nextPage();
    expect(second?.instances.map(({ sid }) => sid)).toEqual(["CA4", "CA3", "CA2"]);
    const third = await second?.nextPage();
    expect(third?.instances.map(({ sid }) => sid)).toEqual(["CA1"]);
    expect(third?.nextPage()).toBeUndefined();
    expect((await third?.previousPage())?.instances).toHaveLength(3);
    expect(await client.calls.list({ pageSize: 2 })).toHaveLength(8);
    expect(await client.calls.list({ pageSize: 2, limit: 5 })).toHaveLength(5);
  });

  it.each([
    ["completed", [["in-progress", 1]], 1],
    ["completed", [["ringing", 1]], 1],
    ["canceled", [["ringing", 1]], 1],
    ["canceled", [["in-progress", 1]], 0],
  ] as const)("updated to %s while %j are ended %i times", async (status, steps, ends) => {
    server.addLeg(
      "CA1",
      steps.map(([step, seconds]) => [step, seconds]),
    );
    let ended = 0;
    server.liveLegs.add("CA1", { end: () => (ended += 1) });
    await client.calls("CA1").update({ status });
    expect(ended).toBe(ends);
  });

  it.each([
    ["ended already", () => client.calls("CA1").update({ status: "completed" }), { status: 400, code: 21220 }],
    ["asked for TwiML", () => client.calls("CA1").update({ twiml: "<Response/>" }), { status: 400, code: 20001 }],
    ["unknown", () => client.calls("CA2").fetch(), { status: 404, code: 20404 }],
    ["unknown and to be ended", () => client.calls("CA2").update({ status: "completed" }), { status: 404, code: 20404 }],
    [
      "placed by REST",
      () => client.calls.create({ to: "+14155550100", from: "+14155550199", url: "https://a.test" }),
      { status: 405, code: 20004 },
    ],
  ])("that are %s are refused with Twilio's error", async (_, ask, error) => {
    server.addLeg("CA1", talked(1));
    await expect(ask()).rejects.toMatchObject({ ...error, moreInfo: `https://www.twilio.com/docs/errors/${error.code}` });
  });

  it("refuse a time that is none", async () => {
    const response = await fetch(`${server.url}/2010-04-01/Accounts/${testAccount.accountSid}/Calls.json?StartTime%3E=soon`, {
      headers: { authorization: `Basic ${btoa(`${testAccount.accountSid}:${testAccount.authToken}`)}` },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 20001, status: 400 });
  });
});

describe("caller IDs", () => {
  it("are verified after a moment, and told of", async () => {
    const request = await client.validationRequests.create({
      phoneNumber: "+442079460123",
      friendlyName: "Desk",
      statusCallback: "https://app.test/verified",
    });
    expect(request).toMatchObject({ phoneNumber: "+442079460123", friendlyName: "Desk", validationCode: "123456" });
    expect(await client.outgoingCallerIds.list()).toEqual([]);
    await server.scheduler.advance(1000);
    const [callerId] = await client.outgoingCallerIds.list({ phoneNumber: "+442079460123" });
    expect(callerId).toMatchObject({ phoneNumber: "+442079460123", friendlyName: "Desk" });
    expect(await client.outgoingCallerIds(callerId?.sid ?? "").fetch()).toMatchObject({ friendlyName: "Desk" });
    expect(server.told).toMatchObject([
      { url: "https://app.test/verified", fields: { VerificationStatus: "success", OutgoingCallerIdSid: callerId?.sid } },
    ]);
    await expect(client.validationRequests.create({ phoneNumber: "+442079460123" })).rejects.toMatchObject({ code: 21450 });
    expect(await client.outgoingCallerIds(callerId?.sid ?? "").remove()).toBe(true);
    expect(await client.outgoingCallerIds.list()).toEqual([]);
  });

  it("are not verified when nobody types the code in", async () => {
    const unanswered = await startRestServer({ succeeds: false });
    const library = twilioClient(unanswered.url, testAccount);
    await library.validationRequests.create({ phoneNumber: "+442079460123", statusCallback: "https://app.test/verified" });
    await unanswered.scheduler.advance(60_000);
    expect(await library.outgoingCallerIds.list()).toEqual([]);
    expect(unanswered.told).toMatchObject([{ fields: { VerificationStatus: "failed" } }]);
    await unanswered.close();
  });

  it("are not verified after the carrier has stopped", async () => {
    await client.validationRequests.create({ phoneNumber: "+442079460123" });
    server.verifications.close();
    await server.scheduler.advance(60_000);
    expect(await client.outgoingCallerIds.list()).toEqual([]);
  });

  it("must be numbers", async () => {
    await expect(client.validationRequests.create({ phoneNumber: "555" })).rejects.toMatchObject({ status: 400, code: 21401 });
  });

  it("that are owned are listed apart from those that are verified", async () => {
    const owned = server.numbers.add({ kind: "owned", phoneNumber: "+14155550190", friendlyName: "Line", createdAtMs: startMs });
    server.numbers.add({ kind: "verified", phoneNumber: "+14155550199", friendlyName: "Phone", createdAtMs: startMs });
    const numbers = await client.incomingPhoneNumbers.list();
    expect(numbers).toMatchObject([
      { sid: owned.sid, phoneNumber: "+14155550190", friendlyName: "Line", capabilities: { voice: true } },
    ]);
    expect(await client.incomingPhoneNumbers.list({ phoneNumber: "+14155550199" })).toEqual([]);
    expect(await client.incomingPhoneNumbers(owned.sid).fetch()).toMatchObject({ phoneNumber: "+14155550190" });
    await expect(client.outgoingCallerIds(owned.sid).fetch()).rejects.toMatchObject({ code: 20404 });
  });
});

describe("applications", () => {
  it("are made, found by name, changed and removed", async () => {
    const made = await client.applications.create({ friendlyName: "Ringback", voiceUrl: "https://app.test/voice" });
    expect(made).toMatchObject({ friendlyName: "Ringback", voiceUrl: "https://app.test/voice", voiceMethod: "POST" });
    expect(await client.applications.list({ friendlyName: "Another" })).toEqual([]);
    expect(await client.applications.list({ friendlyName: "Ringback" })).toMatchObject([{ sid: made.sid }]);
    await client.applications(made.sid).update({ voiceUrl: "https://app.test/v2", statusCallback: "https://app.test/ended" });
    expect(server.applications.find(made.sid)).toMatchObject({
      friendlyName: "Ringback",
      voiceUrl: "https://app.test/v2",
      statusCallback: "https://app.test/ended",
    });
    expect(await client.applications(made.sid).remove()).toBe(true);
    await expect(client.applications(made.sid).fetch()).rejects.toMatchObject({ code: 20404 });
    await expect(client.applications(made.sid).update({})).rejects.toMatchObject({ code: 20404 });
  });
});

describe("prices", () => {
  it.each([
    ["+14155550100", "US", "0.0140"],
    ["+442079460123", "GB", "0.0158"],
    ["+447400123456", "GB", "0.0450"],
    ["+4915112345678", "DE", "0.0500"],
  ])("of %s are those of %s, by the longest prefix", async (number, isoCountry, price) => {
    const found = await client.pricing.v2.voice.numbers(number).fetch({ originationNumber: "+14155550199" });
    expect(found).toMatchObject({ destinationNumber: number, originationNumber: "+14155550199", isoCountry, priceUnit: "USD" });
    expect(found.outboundCallPrices[0]).toMatchObject({ basePrice: price, currentPrice: price, originationPrefixes: ["ALL"] });
  });

  it("of countries are listed and fetched", async () => {
    const countries = await client.pricing.v2.voice.countries.list();
    expect(countries.map(({ isoCountry }) => isoCountry)).toEqual(expect.arrayContaining(["US", "GB", "DE"]));
    const country = await client.pricing.v2.voice.countries("GB").fetch();
    expect(country).toMatchObject({ country: "United Kingdom", isoCountry: "GB", priceUnit: "USD" });
    expect(country.outboundPrefixPrices).toHaveLength(2);
  });

  it.each(["+8881234567", "nonsense"])("of %s do not exist", async (number) => {
    await expect(client.pricing.v2.voice.numbers(number).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe("the account", () => {
  it("is shown, without its secrets", async () => {
    const account = await client.api.v2010.accounts(testAccount.accountSid).fetch();
    expect(account).toMatchObject({ sid: testAccount.accountSid, status: "active" });
    expect(JSON.stringify(account)).not.toContain(testAccount.authToken);
  });

  it("is open to its API key as well", async () => {
    const login = { username: testAccount.apiKeySid, password: testAccount.apiKeySecret };
    await expect(twilioClient(server.url, testAccount, login).calls.list()).resolves.toEqual([]);
  });

  it.each([
    ["a wrong token", { username: testAccount.accountSid, password: "wrong" }],
    ["a key with the account's token", { username: testAccount.apiKeySid, password: testAccount.authToken }],
    ["an unknown key", { username: `SK${"9".repeat(32)}`, password: testAccount.apiKeySecret }],
  ])("is closed to %s", async (_, login) => {
    await expect(twilioClient(server.url, testAccount, login).calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it("is closed to those who say nothing, and knows no other account", async () => {
    expect((await fetch(`${server.url}/2010-04-01/Accounts.json`)).status).toBe(401);
    const other = { ...testAccount, accountSid: `AC${"9".repeat(32)}` };
    const login = { username: testAccount.accountSid, password: testAccount.authToken };
    await expect(twilioClient(server.url, other, login).calls.list()).rejects.toMatchObject({ status: 404, code: 20404 });
    await expect(client.conferences.list()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it("answers 503 while the fault is on, and is back after it", async () => {
    server.faults.restDown = true;
    await expect(client.calls.list()).rejects.toMatchObject({ status: 503, code: 20503 });
    server.faults.restDown = false;
    await expect(client.calls.list()).resolves.toEqual([]);
  });
});

/** The steps of a call that was answered after five seconds. */
function talked(seconds: number): [CallStatus, number][] {
  return [
    ["initiated", 0],
    ["ringing", 1],
    ["in-progress", 5],
    ["completed", 5 + seconds],
  ];
}

async function sids(filter: Parameters<typeof client.calls.list>[0]): Promise<string[]> {
  return (await client.calls.list(filter)).map(({ sid }) => sid);
}
