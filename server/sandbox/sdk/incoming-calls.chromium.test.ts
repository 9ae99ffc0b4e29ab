import { describe, expect, it } from "vitest";
import { testAccount, testToken } from "../signalling/testing/test-account.ts";
import { eachTestWithCarrier } from "./sdk-carrier.ts";
import type { SdkPage } from "./sdk-page.ts";
import { eventually } from "../testing/eventually.ts";

const carrier = eachTestWithCarrier();

async function registered(): Promise<SdkPage> {
  const page = await carrier().newPage();
  await page.registers(testToken());
  return page;
}

describe("a call to the real SDK", () => {
  it("is accepted, and both sides hear", async () => {
    const page = await registered();
    const leg = carrier().call("ada");
    leg.media.sendTo(leg.media);
    await page.sees("incoming");
    await page.do("accept");
    await page.sees("accept");
    await eventually(() => carrier().events).toEqual(["answer"]);
    await page.hearsSound();
  });

  it("says who calls, and brings the parameters in any Unicode", async () => {
    const page = await registered();
    const params = { name: "Ζωή 👋 & = + %20", empty: "" };
    const leg = carrier().call("ada", params);
    await page.sees("incoming");
    expect(await page.do("parameters")).toMatchObject({
      CallSid: leg.callSid,
      From: "+14155550100",
      To: "client:ada",
      AccountSid: testAccount.accountSid,
    });
    expect(await page.do("customParameters")).toEqual(params);
  });

  it("is declined", async () => {
    const page = await registered();
    carrier().call("ada");
    await page.sees("incoming");
    await page.do("reject");
    await eventually(() => carrier().events).toEqual(["reject"]);
  });

  it("is cancelled when the caller gives up", async () => {
    const page = await registered();
    const leg = carrier().call("ada");
    await page.sees("incoming");
    leg.end();
    await page.sees("cancel");
    expect(carrier().events).toEqual([]);
  });

  it("rings on at the carrier when it is ignored, until the carrier gives up", async () => {
    const page = await registered();
    const leg = carrier().call("ada");
    await page.sees("incoming");
    await page.do("ignore");
    await page.do("unregister");
    await page.sees("unregistered");
    expect(carrier().events).toEqual([]);
    leg.end();
  });

  it("rings on every page of the identity; one accepts and the other stops", async () => {
    const [first, second] = await Promise.all([registered(), registered()]);
    const leg = carrier().call("ada");
    leg.media.sendTo(leg.media);
    await Promise.all([first.sees("incoming"), second.sees("incoming")]);
    await second.do("accept");
    await first.sees("cancel");
    await second.hearsSound();
    expect(carrier().events).toEqual(["answer"]);
  });

  it("is declined only when every page has declined", async () => {
    const [first, second] = await Promise.all([registered(), registered()]);
    carrier().call("ada");
    await Promise.all([first.sees("incoming"), second.sees("incoming")]);
    await first.do("reject");
    await first.sees("reject");
    await second.do("reject");
    await eventually(() => carrier().events).toEqual(["reject"]);
  });

  it("has its digits heard", async () => {
    const page = await registered();
    const leg = carrier().call("ada");
    leg.media.sendTo(leg.media);
    await page.sees("incoming");
    await page.do("accept");
    // Before the browser sends voice it sends no digits in it either: the SDK would send them by message.
    await page.hearsSound();
    await page.do("press", "42");
    await eventually(() => carrier().events).toEqual(["answer", "digits 4", "digits 2"]);
  });

  it("is hung up from either side", async () => {
    const page = await registered();
    carrier().call("ada");
    await page.sees("incoming");
    await page.do("accept");
    await page.sees("accept");
    await page.do("hangUp");
    await eventually(() => carrier().events).toEqual(["answer", "hangup"]);
    const second = carrier().call("ada");
    await eventually(() => page.do("callSid")).toBe(second.callSid);
    await page.do("accept");
    await eventually(() => carrier().events.at(-1)).toBe("answer");
    second.end();
    await eventually(async () => (await page.events()).filter((event) => event === "disconnect").length).toBe(2);
  });
});
