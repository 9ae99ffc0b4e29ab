import { describe, expect, it } from "vitest";
import { TestCarrier } from "./testing/test-carrier.ts";

describe("the voice request", () => {
  it("says who calls whom, in Twilio's fields, with what the browser passed along", async () => {
    const carrier = new TestCarrier({ "/voice": "<Hangup/>" });
    await carrier.call({ identity: "acc_1", params: { To: "+442079460123", callId: "call_1", note: "Zoë ☎" } });
    expect(carrier.asked[0]).toEqual({
      url: "https://app.test/voice?v=1",
      method: "POST",
      fields: {
        AccountSid: "AC1",
        ApiVersion: "2010-04-01",
        ApplicationSid: "AP1",
        CallSid: "CAcaller",
        CallStatus: "ringing",
        Called: "+442079460123",
        Caller: "client:acc_1",
        Direction: "inbound",
        From: "client:acc_1",
        To: "+442079460123",
        callId: "call_1",
        note: "Zoë ☎",
      },
    });
  });

  it("lets the browser claim none of the carrier's own fields", async () => {
    const carrier = new TestCarrier({ "/voice": "<Hangup/>" });
    await carrier.call({ params: { From: "client:admin", Caller: "client:admin", CallSid: "CAother", AccountSid: "ACother" } });
    expect(carrier.asked[0]?.fields).toMatchObject({
      From: "client:alice",
      Caller: "client:alice",
      CallSid: "CAcaller",
      AccountSid: "AC1",
      To: "",
    });
  });

  it("is not sent for an application the account does not have: the browser is told", async () => {
    const carrier = new TestCarrier({});
    const leg = await carrier.call({ applicationSid: "AP2" });
    expect(carrier.asked).toEqual([]);
    expect(leg.endedWith).toEqual({ code: 31001, message: "Application Not Found" });
    expect(carrier.codes).toEqual([21218]);
  });
});

describe("an application that cannot be followed", () => {
  it.each([
    [11205, { kind: "not-connected", detail: "refused" } as const],
    [11200, { kind: "not-read", detail: "silent" } as const],
    [11750, { kind: "too-large", detail: "large" } as const],
    [11200, { status: 500 }],
    [11200, { status: 403 }],
    [11200, { status: 302 }],
    [12300, { contentType: "application/json", body: Buffer.from("{}") }],
    [12300, { contentType: "" }],
    [12100, { body: Buffer.from("<Response><Say>Hi</Response>") }],
    [12100, {}],
    [12102, { contentType: "text/html", body: Buffer.from("<html>Sign in</html>") }],
    [12200, "<Sing/>"],
    [11100, "<Redirect>ftp://app.test/</Redirect>"],
    [11100, "<Redirect>http://</Redirect>"],
    [11100, '<Dial callerId="+14155550199"><Number statusCallback="https://app.test:x/">+14155550100</Number></Dial>'],
  ])("is error %i: noted, spoken, and the call ends", async (code, reply) => {
    const carrier = new TestCarrier({ "/voice": reply });
    const leg = await carrier.call();
    expect(leg.media.nowPlaying).toBe("application-error");
    await carrier.advance(10);
    expect(leg.log).toEqual(["answer", "end"]);
    expect(carrier.notifications.entries).toMatchObject([{ severity: "error", code, callSid: "CAcaller" }]);
    expect(carrier.caller?.status).toBe("completed");
  });

  it("does not stop the first verbs of a document from being followed when a later URL is wrong", async () => {
    const carrier = new TestCarrier({ "/voice": "<Say>Goodbye.</Say><Redirect>/gone</Redirect>" });
    const leg = await carrier.call();
    await carrier.advance(30);
    expect(leg.media.played).toEqual(["goodbye", "application-error"]);
    expect(carrier.codes).toEqual([11200]);
  });

  it("is warned of attributes the carrier does not know, and the call goes on", async () => {
    const carrier = new TestCarrier({ "/voice": `<Say mood="happy">Goodbye.</Say>` });
    const leg = await carrier.call();
    expect(carrier.notifications.entries).toMatchObject([{ severity: "warning", code: 12200 }]);
    expect(leg.media.nowPlaying).toBe("goodbye");
  });
});

describe("TwiML", () => {
  it("says, pauses and hangs up, in order", async () => {
    const carrier = new TestCarrier({
      "/voice": `<Say>Your balance is too low for this call. Goodbye.</Say><Pause length="5"/><Hangup/><Say>Never</Say>`,
    });
    const leg = await carrier.call();
    expect(leg.log).toEqual(["answer"]);
    expect(leg.media.nowPlaying).toBe("insufficient-balance");
    await carrier.advance(4.9);
    expect(leg.log).not.toContain("end");
    await carrier.advance(10);
    expect(leg.log).toEqual(["answer", "end"]);
    expect(leg.media.played).toEqual(["insufficient-balance"]);
  });

  it("says again as often as loop tells, and for ever with 0", async () => {
    const carrier = new TestCarrier({ "/voice": `<Say loop="3">Goodbye.</Say><Say loop="0">Press a digit.</Say>` });
    const leg = await carrier.call();
    await carrier.advance(600);
    expect(leg.media.played).toEqual(["goodbye", "goodbye", "goodbye", "ivr-menu"]);
    expect(leg.log).not.toContain("end");
    leg.hangUp();
    expect(leg.media.nowPlaying).toBeUndefined();
  });

  it("reads plain text out, as Twilio does", async () => {
    const carrier = new TestCarrier({ "/voice": { contentType: "text/plain", body: Buffer.from("Something else\n") } });
    const leg = await carrier.call();
    expect(leg.media.nowPlaying).toBe("fallback");
  });

  it("plays Ogg/Opus from a URL, and says so where it is something else", async () => {
    const carrier = new TestCarrier({
      "/voice": "<Play>/tune.mp3</Play><Play>/page.html</Play>",
      "/tune.mp3": { contentType: "audio/mpeg", body: Buffer.from("ID3") },
      "/page.html": { contentType: "text/html" },
    });
    const leg = await carrier.call();
    await carrier.advance(30);
    expect(leg.media.played).toEqual(["fallback", "application-error"]);
    expect(carrier.asked[1]).toMatchObject({ url: "https://app.test/tune.mp3", method: "GET" });
    expect(carrier.notifications.entries).toMatchObject([
      { severity: "warning", code: 12300 },
      { severity: "error", code: 12300 },
    ]);
  });

  it("goes where Redirect says, with the call's fields", async () => {
    const carrier = new TestCarrier({ "/voice": `<Redirect method="GET">next?a=1</Redirect>`, "/next": "<Hangup/>" });
    const leg = await carrier.call();
    expect(carrier.asked[1]).toMatchObject({
      url: "https://app.test/next?a=1",
      method: "GET",
      fields: { CallSid: "CAcaller", ApplicationSid: "AP1" },
    });
    expect(leg.log).toEqual(["end"]);
  });

  it.each([
    ["<Reject/>", "no-answer", 31603],
    [`<Reject reason="busy"/>`, "busy", 31486],
  ])("%s ends the call unanswered, as %s", async (twiml, status, code) => {
    const carrier = new TestCarrier({ "/voice": twiml });
    const leg = await carrier.call();
    expect(leg.log).toEqual(["end"]);
    expect(leg.endedWith?.code).toBe(code);
    expect(carrier.caller?.status).toBe(status);
  });

  it("hangs up where it is too late to reject", async () => {
    const carrier = new TestCarrier({ "/voice": "<Say>Goodbye.</Say><Reject/>" });
    const leg = await carrier.call();
    await carrier.advance(10);
    expect(leg.log).toEqual(["answer", "end"]);
    expect(leg.endedWith).toBeUndefined();
  });

  it("stops where the caller hangs up", async () => {
    const carrier = new TestCarrier({ "/voice": "<Say>Goodbye.</Say><Redirect>/next</Redirect>" });
    const leg = await carrier.call();
    leg.hangUp();
    await carrier.advance(60);
    expect(carrier.asked).toHaveLength(1);
    expect(carrier.scheduler.waiting).toBe(0);
    expect(carrier.caller?.status).toBe("completed");
  });
});

describe("Gather", () => {
  it("hands over the digits at the key that ends them", async () => {
    const carrier = gather("");
    const leg = await carrier.call();
    leg.press("12");
    leg.press("3#");
    await carrier.advance(0);
    expect(digitsOf(carrier)).toMatchObject({ Digits: "123", FinishedOnKey: "#", CallSid: "CAcaller" });
  });

  it("hands over as many as it wants", async () => {
    const carrier = gather(`numDigits="2" finishOnKey=""`);
    const leg = await carrier.call();
    leg.press("#4567");
    await carrier.advance(0);
    expect(digitsOf(carrier)).toMatchObject({ Digits: "#4", FinishedOnKey: "" });
    expect(carrier.scheduler.waiting).toBe(0);
  });

  it("stops its prompt at the first key, and waits for the next from each", async () => {
    const carrier = gather(`timeout="3"`, `<Say>Press a digit.</Say><Say>Goodbye.</Say>`);
    const leg = await carrier.call();
    expect(leg.media.nowPlaying).toBe("ivr-menu");
    leg.press("1");
    await carrier.advance(0);
    expect(leg.media.nowPlaying).toBeUndefined();
    await carrier.advance(2.9);
    leg.press("2");
    await carrier.advance(2.9);
    expect(carrier.asked).toHaveLength(1);
    await carrier.advance(0.1);
    expect(digitsOf(carrier)).toMatchObject({ Digits: "12" });
  });

  it("goes on with the next verb when nothing is pressed", async () => {
    const carrier = gather(`timeout="4"`);
    const leg = await carrier.call();
    await carrier.advance(3.9);
    expect(leg.media.nowPlaying).toBeUndefined();
    await carrier.advance(0.2);
    expect(leg.media.nowPlaying).toBe("goodbye");
    expect(carrier.asked).toHaveLength(1);
  });

  it("asks the action all the same when told to, and the document itself without one", async () => {
    const carrier = new TestCarrier({ "/voice": `<Gather timeout="1" actionOnEmptyResult="true"/>` });
    await carrier.call();
    await carrier.advance(1);
    expect(carrier.asked[1]).toMatchObject({ url: "https://app.test/voice?v=1", method: "POST", fields: { Digits: "" } });
  });

  it("asks nothing when the caller hangs up", async () => {
    const carrier = gather("");
    const leg = await carrier.call();
    leg.press("1");
    leg.hangUp();
    await carrier.advance(60);
    expect(carrier.asked).toHaveLength(1);
    expect(carrier.scheduler.waiting).toBe(0);
  });
});

describe("the application's own status callback", () => {
  it("tells once that the caller's call has ended", async () => {
    const carrier = new TestCarrier({ "/voice": `<Pause length="70"/>` });
    carrier.application.statusCallback = "https://app.test/ended";
    await carrier.call();
    await carrier.advance(100);
    expect(carrier.told).toMatchObject([
      {
        url: "https://app.test/ended",
        fields: { CallSid: "CAcaller", CallStatus: "completed", CallDuration: "70", Duration: "2", SequenceNumber: "0" },
      },
    ]);
    expect(carrier.told[0]?.fields).not.toHaveProperty("ParentCallSid");
  });
});

function gather(attributes: string, prompts = ""): TestCarrier {
  return new TestCarrier({
    "/voice": `<Gather action="/digits" ${attributes}>${prompts}</Gather><Say>Goodbye.</Say>`,
    "/digits": "<Hangup/>",
  });
}

function digitsOf(carrier: TestCarrier) {
  return carrier.asked[1]?.fields;
}
