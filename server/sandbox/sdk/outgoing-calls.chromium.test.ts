import { describe, expect, it } from "vitest";
import { loadClip } from "../prompts/clips.ts";
import { testAccount, testToken } from "../signalling/testing/test-account.ts";
import { eachTestWithCarrier } from "./sdk-carrier.ts";
import type { SdkPage } from "./sdk-page.ts";
import { eventually } from "../testing/eventually.ts";

const carrier = eachTestWithCarrier();
const never = new AbortController().signal;

async function calls(params: Record<string, string> = {}): Promise<SdkPage> {
  const page = await carrier().newPage();
  await page.connects(testToken(), params);
  return page;
}

async function isUp(params: Record<string, string> = {}): Promise<SdkPage> {
  const page = await calls(params);
  await page.sees("accept");
  return page;
}

function onlyLeg() {
  const [invite, second] = carrier().invites;
  if (!invite || second) throw new Error(`There are ${carrier().invites.length} calls.`);
  return invite.leg;
}

describe("a call placed with the real SDK", () => {
  it("is answered in Opus, and the voice comes back from the echo", async () => {
    const page = await isUp();
    await page.hearsSound();
    expect(await page.do("codec")).toBe("audio/opus");
    expect(await page.do("callSid")).toBe(onlyLeg().callSid);
  });

  it("brings its parameters, in any Unicode, and the application of its token", async () => {
    const params = { To: "+14155550100", name: "Ζωή 👋 & = + %20", ΚΛΕΙΔΙ: "τιμή" };
    await isUp(params);
    expect(carrier().invites[0]).toMatchObject({ params, applicationSid: testAccount.applicationSid, leg: { identity: "ada" } });
  });

  it("rings with the carrier's ringback before it is answered", async () => {
    carrier().handleInvite = ({ leg }) => {
      leg.ring({ earlyMedia: true });
      void leg.media.play(loadClip("ringback"), { signal: never, loop: true });
    };
    const page = await calls();
    await page.sees("ringing with early media");
    await page.hearsSound();
    expect(await page.do("status")).toBe("ringing");
    onlyLeg().answer();
    await page.sees("accept");
    await page.hearsSound();
  });

  it("rings without audio when the carrier has none to give", async () => {
    carrier().handleInvite = ({ leg }) => leg.ring({ earlyMedia: false });
    const page = await calls();
    await page.sees("ringing without audio");
    onlyLeg().answer();
    await page.sees("accept");
    onlyLeg().media.sendTo(onlyLeg().media);
    await page.hearsSound();
  });

  it("hears a spoken prompt, then silence", async () => {
    carrier().handleInvite = ({ leg }) => leg.answer();
    const page = await isUp();
    const played = onlyLeg().media.play(loadClip("greeting"), { signal: never });
    await page.hearsSound();
    await played;
    const { packets } = await page.heard();
    expect(packets).toBeGreaterThan(loadClip("greeting").packets.length * 0.9);
  });

  it("has each digit heard once, in order", async () => {
    const page = await isUp();
    // Before the browser sends voice it sends no digits in it either: the SDK would send them by message.
    await page.hearsSound();
    await page.do("press", "1234567890*#1155");
    await eventually(() => carrier().events.join(" ").replaceAll("digits ", "")).toBe(Array.from("1234567890*#1155").join(" "));
  });

  it("is silent at the far end while muted, and heard again after", async () => {
    const page = await isUp();
    await page.hearsSound();
    await page.do("mute", true);
    await page.hearsSilence();
    await page.do("mute", false);
    await page.hearsSound();
  });

  it("is hung up by the browser", async () => {
    const page = await isUp();
    await page.do("hangUp");
    await page.sees("disconnect");
    await eventually(() => carrier().events).toEqual(["hangup"]);
  });

  it("is hung up by the browser while it rings", async () => {
    carrier().handleInvite = ({ leg }) => leg.ring({ earlyMedia: false });
    const page = await calls();
    await page.sees("ringing without audio");
    await page.do("hangUp");
    await eventually(() => carrier().events).toEqual(["hangup"]);
  });

  it("is hung up by the carrier", async () => {
    const page = await isUp();
    onlyLeg().end();
    await page.sees("disconnect");
    expect(carrier().events).toEqual([]);
    expect((await page.events()).filter((event) => event.includes("error"))).toEqual([]);
  });

  it.each([
    [31486, "Busy Here"],
    [31480, "Temporarily Unavailable"],
    [31603, "Decline"],
    [31404, "Not Found"],
  ])("fails with the carrier's reason %i (%s)", async (code, message) => {
    carrier().handleInvite = ({ leg }) => leg.end({ code, message });
    const page = await calls();
    await page.sees(`call error ${code}`);
    await page.sees("disconnect");
  });

  it("fails with a reason when the token may place none", async () => {
    const page = await carrier().newPage();
    await page.connects(testToken({ outgoing: false }), {});
    await page.sees("call error 31201");
    await page.sees("disconnect");
    expect(carrier().invites).toEqual([]);
  });

  it("is over at the carrier when its page is closed", async () => {
    const page = await isUp();
    await page.close();
    await eventually(() => carrier().events).toEqual(["hangup"]);
  });
});

describe("two browsers joined by the carrier", () => {
  it("hear each other, and mute is silence for the other alone", async () => {
    const [ada, ben] = await Promise.all([carrier().newPage(), carrier().newPage()]);
    await ben.registers(testToken({ identity: "ben" }));
    carrier().handleInvite = ({ leg }) => {
      const other = carrier().call("ben");
      leg.answer();
      leg.media.sendTo(other.media);
      other.media.sendTo(leg.media);
    };
    await ada.connects(testToken({ identity: "ada" }), {});
    await ben.sees("incoming");
    await ben.do("accept");
    await Promise.all([ada.hearsSound(), ben.hearsSound()]);
    await ada.do("mute", true);
    await ben.hearsSilence();
    await ada.hearsSound();
  });
});

describe("user-defined messages of the real SDK", () => {
  it("reach the carrier and are acknowledged", async () => {
    const page = await isUp();
    await page.do("sendMessage", { note: "Ζωή" });
    await page.sees("message sent");
    expect(carrier().messages).toMatchObject([{ callSid: onlyLeg().callSid, identity: "ada", content: { note: "Ζωή" } }]);
  });

  it("reach the browser", async () => {
    const page = await isUp();
    expect(carrier().signalling.sendMessage(onlyLeg().callSid, { content: { balance: "1.00" } })).toBe(true);
    await page.sees('message {"balance":"1.00"}');
  });
});
