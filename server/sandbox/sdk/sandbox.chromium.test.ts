import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { testAccount, testToken } from "../signalling/testing/test-account.ts";
import { SdkBrowser } from "./sdk-browser.ts";
import type { SdkPage } from "./sdk-page.ts";
import { startVoiceApplication } from "./voice-application.ts";
import { eventually } from "../testing/eventually.ts";

let browser: SdkBrowser;
let sandbox: Sandbox;
let application: Awaited<ReturnType<typeof startVoiceApplication>>;
let pages: SdkPage[];

beforeAll(async () => {
  browser = await SdkBrowser.start();
});
afterAll(async () => {
  await browser.stop();
});

beforeEach(async () => {
  pages = [];
  application = await startVoiceApplication(testAccount.authToken);
  sandbox = await startSandbox({ account: testAccount, voiceUrl: application.voiceUrl });
});

afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  await sandbox.close();
  await application.close();
  // Whatever the carrier sent, to whatever end, it signed.
  expect(application.requests.filter((request) => !request.isSigned)).toEqual([]);
});

async function newPage(): Promise<SdkPage> {
  const page = await browser.open(sandbox.signalUrl);
  pages.push(page);
  return page;
}

/** Calls a number, as the application's TwiML then dials it. */
async function calls(number: string, dialAttributes = ""): Promise<SdkPage> {
  application.answer(
    "/voice",
    `<Dial callerId="+14155550190" answerOnBridge="true" action="/dialled" ${dialAttributes}>` +
      `<Number statusCallback="/status" statusCallbackEvent="initiated ringing answered completed">${number}</Number></Dial>`,
  );
  application.answer("/dialled", "<Hangup/>");
  const page = await newPage();
  await page.connects(testToken(), { To: number, name: "Ζωή" });
  return page;
}

/** The statuses of the child leg in the order of their sequence numbers. */
function statuses(): string[] {
  return application
    .requestsTo("/status")
    .map(({ fields }) => fields)
    .toSorted((a, b) => Number(a["SequenceNumber"]) - Number(b["SequenceNumber"]))
    .map((fields) => fields["CallStatus"] ?? "");
}

async function isDialled(fields: Record<string, unknown>): Promise<void> {
  await eventually(() => application.requestsTo("/dialled").length).toBe(1);
  expect(application.requestsTo("/dialled")[0]?.fields).toMatchObject(fields);
}

describe("a call from the real SDK to a phone number", () => {
  it("rings, is greeted and echoed, and is told of at every step", async () => {
    const page = await calls("+14155550100");
    await page.sees("ringing with early media");
    await page.hearsSound();
    await page.sees("accept");
    await page.hearsSound();
    await page.do("hangUp");
    await eventually(statuses).toEqual(["initiated", "ringing", "in-progress", "completed"]);
    const [voice] = application.requestsTo("/voice");
    expect(voice?.fields).toMatchObject({
      From: "client:ada",
      To: "+14155550100",
      CallStatus: "ringing",
      ApplicationSid: testAccount.applicationSid,
      name: "Ζωή",
    });
    const [initiated] = application.requestsTo("/status");
    expect(initiated?.fields).toMatchObject({ ParentCallSid: voice?.fields["CallSid"], From: "+14155550190" });
  });

  it("says which digit was pressed", async () => {
    const page = await calls("+14155550101");
    await page.sees("accept");
    await page.hearsSound();
    await page.hearsSilence();
    await page.do("press", "5");
    await page.hearsSound();
  });

  it.each([
    ["is busy", "+14155550103", "", "busy"],
    ["is declined", "+14155550105", "", "busy"],
    ["is not in service", "+14155550106", "", "failed"],
    ["does not answer in time", "+14155550104", 'timeout="2"', "no-answer"],
  ])("that %s ends with Twilio's word for it", async (_, number, attributes, status) => {
    const page = await calls(number, attributes);
    await page.sees("disconnect");
    expect(await page.events()).not.toContain("accept");
    await isDialled({ DialCallStatus: status, DialBridged: "false" });
    await eventually(() => statuses().at(-1)).toBe(status);
  });

  it("is hung up by the far end", async () => {
    const page = await calls("+12125550102");
    await page.sees("accept");
    await page.sees("disconnect");
    await isDialled({ DialCallStatus: "completed", DialCallDuration: "2", DialBridged: "true" });
  });

  it("is ended by its time limit", async () => {
    const page = await calls("+14155550100", 'timeLimit="2"');
    await page.sees("accept");
    await page.sees("disconnect");
    await isDialled({ DialCallStatus: "completed", DialCallDuration: "2" });
  });

  it("is given up before it is answered", async () => {
    const page = await calls("+14155550104");
    await page.sees("ringing with early media");
    await page.do("hangUp");
    await eventually(() => statuses().at(-1)).toBe("canceled");
  });

  it("is ended by the REST API", async () => {
    const page = await calls("+14155550100");
    await page.sees("accept");
    const callSid = await page.do<string>("callSid");
    const { accountSid, authToken } = testAccount;
    const response = await fetch(`${sandbox.url}/2010-04-01/Accounts/${accountSid}/Calls/${callSid}.json`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ Status: "completed" }),
    });
    expect(response.status).toBe(200);
    await page.sees("disconnect");
    await eventually(() => statuses().at(-1)).toBe("completed");
  });

  it("outlives a lost socket", async () => {
    const page = await calls("+14155550100");
    await page.sees("accept");
    sandbox.dropSockets();
    await page.sees("reconnected");
    await page.hearsSound();
    await page.do("hangUp");
    await eventually(() => statuses().at(-1)).toBe("completed");
  });
});

describe("a call from the real SDK that TwiML answers", () => {
  it("hears what is said, is asked for digits, and goes where they lead", async () => {
    application.answer("/voice", '<Gather numDigits="2" action="/digits"><Say>Press a digit.</Say></Gather>');
    application.answer("/digits", "<Say>Goodbye.</Say><Hangup/>");
    const page = await newPage();
    await page.connects(testToken(), {});
    await page.sees("accept");
    await page.hearsSound();
    await page.do("press", "42");
    await eventually(() => application.requestsTo("/digits")[0]?.fields["Digits"]).toBe("42");
    await page.sees("disconnect");
  });

  it("is rejected as busy", async () => {
    application.answer("/voice", '<Reject reason="busy"/>');
    const page = await newPage();
    await page.connects(testToken(), {});
    await page.sees("call error 31486");
    await page.sees("disconnect");
  });

  it("is told when the application is at fault", async () => {
    application.answer("/voice", "<Nonsense/>");
    const page = await newPage();
    await page.connects(testToken(), {});
    await page.hearsSound();
    await page.sees("disconnect");
  });
});

describe("a call from one browser to another", () => {
  it("is heard on both sides, and hung up for both", async () => {
    application.answer("/voice", '<Dial answerOnBridge="true"><Client>ben</Client></Dial>');
    const [ada, ben] = await Promise.all([newPage(), newPage()]);
    await ben.registers(testToken({ identity: "ben" }));
    await ada.connects(testToken({ identity: "ada" }), {});
    await ben.sees("incoming");
    expect(await ben.do("parameters")).toMatchObject({ From: "client:ada", To: "client:ben" });
    await ben.do("accept");
    await ada.sees("accept");
    await Promise.all([ada.hearsSound(), ben.hearsSound()]);
    await ben.do("hangUp");
    await ada.sees("disconnect");
  });
});
