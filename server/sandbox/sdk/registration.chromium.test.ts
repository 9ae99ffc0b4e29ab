import { describe, expect, it } from "vitest";
import { testToken } from "../signalling/testing/test-account.ts";
import { eachTestWithCarrier } from "./sdk-carrier.ts";
import { eventually } from "../testing/eventually.ts";

const carrier = eachTestWithCarrier();

describe("registering with the real SDK", () => {
  it("works, and so does unregistering", async () => {
    const page = await carrier().newPage();
    await page.registers(testToken());
    await page.do("unregister");
    await page.sees("unregistered");
    expect(() => carrier().call("ada")).toThrow("Nobody is registered");
  });

  it("happens again by itself after the socket was lost", async () => {
    const page = await carrier().newPage();
    await page.registers(testToken());
    carrier().signalling.dropSockets();
    await page.sees("unregistered");
    await eventually(async () => (await page.events()).at(-1)).toBe("registered");
  });

  it("outlives a renewed token", async () => {
    const page = await carrier().newPage();
    await page.registers(testToken());
    await page.do("updateToken", testToken({ ttl: 900 }));
    carrier().call("ada");
    await page.sees("incoming");
    expect(await page.events()).not.toContain("unregistered");
  });

  it("is followed by a warning before the token expires, by the life that the carrier gave", async () => {
    const page = await carrier().newPage();
    await page.registers(testToken({ ttl: 6 }), { tokenRefreshMs: 5000 });
    await page.sees("tokenWillExpire");
  });
});

describe("a token that the carrier refuses", () => {
  it.each([
    ["has expired", testToken({ ttl: -10 }), 20104],
    ["has another signature", testToken({ secret: "another-secret" }), 31202],
    ["is nonsense", "not.a.token", 20101],
    ["may not be called", testToken({ incoming: false }), 20151],
  ])("reaches the app by Twilio's code when it %s", async (_, token, code) => {
    const page = await carrier().newPage();
    await page.do("start", token, {});
    await page.do("register");
    await page.sees(`device error ${code}`);
    expect(await page.events()).not.toContain("registered");
  });
});
