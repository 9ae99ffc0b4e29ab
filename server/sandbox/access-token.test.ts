import { base64url, SignJWT } from "jose";
import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { checkAccessToken } from "./access-token.ts";
import type { SandboxAccount } from "./legs.ts";

const account: SandboxAccount = {
  accountSid: `AC${"1".repeat(32)}`,
  authToken: "auth-token",
  apiKeySid: `SK${"2".repeat(32)}`,
  apiKeySecret: "api-key-secret-of-the-test",
  applicationSid: `AP${"3".repeat(32)}`,
};

const { AccessToken } = twilio.jwt;

function twilioToken(
  options: { ttl?: number; secret?: string; keySid?: string; accountSid?: string; grant?: boolean; nbf?: number } = {},
) {
  const {
    accountSid = account.accountSid,
    keySid = account.apiKeySid,
    secret = account.apiKeySecret,
    ttl = 600,
    grant = true,
    nbf,
  } = options;
  const token = new AccessToken(accountSid, keySid, secret, { identity: "ada", ttl, ...(nbf === undefined ? {} : { nbf }) });
  if (grant) token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: account.applicationSid }));
  return token.toJwt();
}

const now = () => Math.floor(Date.now() / 1000);

function check(jwt: string, nowMs = Date.now()) {
  return checkAccessToken(jwt, { account, nowMs });
}

describe("a token made by the twilio library", () => {
  it("is accepted, with its identity, grants and end", async () => {
    const checked = await check(twilioToken({ ttl: 600 }));
    expect(checked).toMatchObject({
      valid: true,
      token: { identity: "ada", allowsIncoming: true, outgoingApplicationSid: account.applicationSid },
    });
    if (checked.valid) expect(checked.token.expiresAtMs / 1000 - now()).toBeCloseTo(600, -1);
  });

  it("is refused with 31205 from the second on in which it expires", async () => {
    const jwt = twilioToken({ ttl: 600 });
    expect(await check(jwt, Date.now() + 590_000)).toMatchObject({ valid: true });
    expect(await check(jwt, Date.now() + 601_000)).toMatchObject({ valid: false, error: { code: 31205 } });
  });

  it.each([
    ["signed with another secret", twilioToken({ secret: "another-secret" }), 31202],
    ["of another key", twilioToken({ keySid: `SK${"9".repeat(32)}` }), 31204],
    ["of another account", twilioToken({ accountSid: `AC${"9".repeat(32)}` }), 31203],
    ["without a voice grant", twilioToken({ grant: false }), 31204],
    ["not yet in force", twilioToken({ nbf: now() + 300 }), 31204],
    ["longer-lived than a day", twilioToken({ ttl: 90_000 }), 31207],
  ])("is refused when it is %s", async (_, jwt, code) => {
    expect(await check(jwt)).toMatchObject({ valid: false, error: { code } });
  });
});

describe("a token made by hand", () => {
  const claims = {
    iss: account.apiKeySid,
    sub: account.accountSid,
    exp: now() + 600,
    grants: { identity: "ada", voice: {} },
  };

  it("may register for nothing and call nobody when its grant says nothing", async () => {
    const jwt = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(account.apiKeySecret));
    expect(await check(jwt)).toMatchObject({ valid: true, token: { allowsIncoming: false, outgoingApplicationSid: undefined } });
  });

  it("is refused when it is not signed at all", async () => {
    const unsigned = [{ alg: "none" }, claims].map((part) => base64url.encode(JSON.stringify(part))).join(".");
    expect(await check(`${unsigned}.`)).toMatchObject({ valid: false, error: { code: 31204 } });
  });

  it("is refused when it is signed by another algorithm", async () => {
    const jwt = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS512" })
      .sign(new TextEncoder().encode(account.apiKeySecret));
    expect(await check(jwt)).toMatchObject({ valid: false, error: { code: 31204 } });
  });

  it.each([
    ["empty", "", 31102],
    ["no JWT", "hello", 31204],
    ["three parts of nothing", "a.b.c", 31204],
  ])("is refused when it is %s", async (_, jwt, code) => {
    expect(await check(jwt)).toMatchObject({ valid: false, error: { code } });
  });
});
