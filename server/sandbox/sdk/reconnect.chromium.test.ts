import { describe, expect, it } from "vitest";
import { testToken } from "../signalling/testing/test-account.ts";
import { eachTestWithCarrier } from "./sdk-carrier.ts";
import type { SdkPage } from "./sdk-page.ts";
import { eventually } from "../testing/eventually.ts";

const carrier = eachTestWithCarrier();

async function isUp(): Promise<SdkPage> {
  const page = await carrier().newPage();
  await page.connects(testToken(), {});
  await page.sees("accept");
  await page.hearsSound();
  return page;
}

describe("a call of the real SDK whose socket is lost", () => {
  it("comes back by itself, its audio never gone, and can still be hung up", async () => {
    const page = await isUp();
    carrier().signalling.dropSockets();
    await page.sees("reconnecting 53001");
    await page.hearsSound();
    await page.sees("reconnected");
    await page.hearsSound();
    expect(carrier().events).toEqual([]);
    await page.do("hangUp");
    await eventually(() => carrier().events).toEqual(["hangup"]);
  });

  it("comes back when it came in", async () => {
    const page = await carrier().newPage();
    await page.registers(testToken());
    const leg = carrier().call("ada");
    leg.media.sendTo(leg.media);
    await page.sees("incoming");
    await page.do("accept");
    await page.hearsSound();
    carrier().signalling.dropSockets();
    await page.sees("reconnected");
    await page.hearsSound();
    leg.end();
    await page.sees("disconnect");
    expect(carrier().events).toEqual(["answer"]);
  });

  it("comes back as often as it must", async () => {
    const page = await isUp();
    for (let times = 1; times <= 3; times++) {
      carrier().signalling.dropSockets();
      await eventually(async () => (await page.events()).filter((event) => event === "reconnected").length).toBe(times);
    }
    await page.hearsSound();
    expect(carrier().events).toEqual([]);
  });

  it("goes on over a renewed token", async () => {
    const page = await isUp();
    await page.do("updateToken", testToken({ ttl: 900 }));
    await page.do("sendMessage", {});
    await page.sees("message sent");
    await page.hearsSound();
    expect(await page.do("status")).toBe("open");
  });
});

describe("a call of the real SDK whose network changes", () => {
  it("goes on over a new ICE session", async () => {
    const page = await isUp();
    const before = await page.do("iceUfrags");
    await page.do("restartIce");
    await eventually(() => page.do("iceUfrags")).not.toEqual(before);
    await page.hearsSound();
    expect(await page.do("status")).toBe("open");
  });

  it("notices that its audio is gone", { timeout: 90_000 }, async () => {
    const page = await isUp();
    carrier().invites[0]?.leg.media.blackhole();
    await page.sees("reconnecting 53405", { patienceMs: 60_000 });
  });
});

describe("a call's connect token", () => {
  it("moves the call to another page, and the first lets go", async () => {
    const first = await isUp();
    const second = await carrier().newPage();
    await second.do("start", testToken(), {});
    await second.do("takeOver", await first.do("connectToken"));
    await second.sees("accept");
    await second.hearsSound();
    await first.sees("disconnect");
    expect(await second.do("callSid")).toBe(carrier().invites[0]?.leg.callSid);
    expect(carrier().events).toEqual([]);
    await second.do("hangUp");
    await eventually(() => carrier().events).toEqual(["hangup"]);
  });

  it("lets another page accept a call that rings", async () => {
    const worker = await carrier().newPage();
    await worker.registers(testToken());
    const leg = carrier().call("ada");
    leg.media.sendTo(leg.media);
    await worker.sees("incoming");
    const page = await carrier().newPage();
    await page.do("start", testToken(), {});
    await page.do("takeOver", await worker.do("connectToken"));
    await page.hearsSound();
    await worker.sees("cancel");
    expect(carrier().events).toEqual(["answer"]);
  });

  it("is no use to another identity", async () => {
    const page = await isUp();
    const mallory = await carrier().newPage();
    await mallory.do("start", testToken({ identity: "mallory" }), {});
    await mallory.do("takeOver", await page.do("connectToken"));
    await mallory.sees("call error 31209");
    await page.hearsSound();
    expect(carrier().events).toEqual([]);
  });
});
