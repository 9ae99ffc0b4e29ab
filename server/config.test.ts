import { extensionId } from "#shared/extension-id.ts";
import { describe, expect, test } from "vitest";
import { defaultConfig, isLoopback, readConfig } from "./config.ts";

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "a".repeat(32),
  TWILIO_API_KEY_SID: `SK${"1".repeat(32)}`,
  TWILIO_API_KEY_SECRET: "b".repeat(32),
};

const twilioCredentials = {
  accountSid: twilio.TWILIO_ACCOUNT_SID,
  authToken: twilio.TWILIO_AUTH_TOKEN,
  apiKeySid: twilio.TWILIO_API_KEY_SID,
  apiKeySecret: twilio.TWILIO_API_KEY_SECRET,
};

const stripe = { STRIPE_SECRET_KEY: "sk_test_12345678", STRIPE_WEBHOOK_SECRET: "whsec_12345678" };

function failureOf(environment: Record<string, string>): string {
  const config = readConfig(environment);
  if (config.ok) throw new Error("Expected the configuration to be refused.");
  return config.error;
}

describe("readConfig", () => {
  test("needs nothing: the sandbox on loopback is the default", () => {
    expect(readConfig({})).toEqual({ ok: true, value: defaultConfig });
  });

  test("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", TWILIO_AUTH_TOKEN: "  " })).toEqual({ ok: true, value: defaultConfig });
  });

  test("goes live on four variables and the address of the server", () => {
    const config = readConfig({ ...twilio, PUBLIC_URL: "https://ringback.example.com/" });
    expect(config).toMatchObject({
      ok: true,
      value: {
        publicUrl: "https://ringback.example.com",
        carrier: { kind: "twilio", credentials: twilioCredentials, applicationSid: undefined },
      },
    });
  });

  test("speaks to a running sandbox with the values it was started with", () => {
    const config = readConfig({ ...twilio, TWILIO_APP_SID: `AP${"2".repeat(32)}`, SANDBOX_URL: "http://127.0.0.1:8788" });
    expect(config).toMatchObject({ ok: true, value: { carrier: { kind: "running_sandbox", url: "http://127.0.0.1:8788" } } });
  });

  test("takes cards on two variables", () => {
    expect(readConfig(stripe)).toMatchObject({
      ok: true,
      value: { payments: { secretKey: "sk_test_12345678", webhookSecret: "whsec_12345678", apiBaseUrl: undefined } },
    });
  });

  test("allows further extensions beside the built-in one", () => {
    const other = "a".repeat(32);
    expect(readConfig({ ALLOWED_EXTENSION_IDS: ` ${other}` })).toMatchObject({
      ok: true,
      value: { allowedExtensionIds: [extensionId, other] },
    });
  });

  test.each([
    [{ PORT: "eighty" }, /^PORT must be a port/],
    [{ PORT: "65536" }, /^PORT must be a port/],
    [{ HOST: "example.com" }, /^HOST must be an IP address/],
    [{ PUBLIC_URL: "ringback.example.com" }, /^PUBLIC_URL must be the address/],
    [{ PUBLIC_URL: "http://ringback.example.com" }, /^PUBLIC_URL must start with https/],
    [{ PUBLIC_URL: "https://ringback.example.com/?a=1" }, /^PUBLIC_URL must be the address/],
    [{ AUTH_SECRET: "short" }, /^AUTH_SECRET must have at least 32/],
    [{ VOICE_TOKEN_TTL_SECONDS: "4" }, /^VOICE_TOKEN_TTL_SECONDS must be 5 at least/],
    [{ VOICE_TOKEN_TTL_SECONDS: "90000" }, /^VOICE_TOKEN_TTL_SECONDS must be 86400/],
    [{ VOICE_TOKEN_TTL_SECONDS: "1h" }, /^VOICE_TOKEN_TTL_SECONDS must be a number/],
    [{ METRICS_TOKEN: "short" }, /^METRICS_TOKEN must have at least 16/],
    [{ ALLOWED_EXTENSION_IDS: "nonsense" }, /^ALLOWED_EXTENSION_IDS must be extension ids/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of trace/],
    [{ DATABASE_URL: "mysql://ada:hush@127.0.0.1/calls" }, /^DATABASE_URL must be a Postgres connection string/],
    [{ DATABASE_URL: "postgres://127.0.0.1:5432" }, /^DATABASE_URL must be a Postgres connection string/],
    [{ SANDBOX_URL: "http://10.0.0.1:1" }, /^SANDBOX_URL must be the address/],
    [{ SANDBOX_URL: "http://127.0.0.1:1" }, /^SANDBOX_URL is set without TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN/],
    [{ ...twilio, SANDBOX_URL: "http://127.0.0.1:1" }, /^SANDBOX_URL is set without TWILIO_APP_SID/],
    [{ ...twilio, TWILIO_ACCOUNT_SID: "AC1" }, /^TWILIO_ACCOUNT_SID must be AC/],
    [
      { TWILIO_ACCOUNT_SID: twilio.TWILIO_ACCOUNT_SID },
      /TWILIO_AUTH_TOKEN, TWILIO_API_KEY_SID, and TWILIO_API_KEY_SECRET are missing/,
    ],
    [{ TWILIO_APP_SID: `AP${"2".repeat(32)}` }, /^Twilio is set up by half/],
    [twilio, /^PUBLIC_URL must be set/],
    [{ ...twilio, PUBLIC_URL: "http://127.0.0.1:8787" }, /^PUBLIC_URL must be set/],
    [{ HOST: "0.0.0.0" }, /^AUTH_SECRET must be set/],
    [{ ...stripe, STRIPE_SECRET_KEY: "pk_test_12345678" }, /^STRIPE_SECRET_KEY must be a secret or restricted key/],
    [{ ...stripe, STRIPE_WEBHOOK_SECRET: "sk_test_12345678" }, /^STRIPE_WEBHOOK_SECRET must be the signing secret/],
    [{ STRIPE_SECRET_KEY: stripe.STRIPE_SECRET_KEY }, /^Stripe is set up by half: STRIPE_WEBHOOK_SECRET is missing/],
    [{ STRIPE_WEBHOOK_SECRET: stripe.STRIPE_WEBHOOK_SECRET }, /^Stripe is set up by half: STRIPE_SECRET_KEY is missing/],
    [
      { STRIPE_API_URL: "http://127.0.0.1:1" },
      /^Stripe is set up by half: STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are missing/,
    ],
    [{ ...stripe, STRIPE_API_URL: "http://10.0.0.1:1" }, /^STRIPE_API_URL must be a stand-in/],
    [{ ...stripe, STRIPE_SECRET_KEY: "sk_live_12345678" }, /^PUBLIC_URL must be set/],
  ])("refuses %j in one line that names the variable", (environment, expected) => {
    const failure = failureOf(environment);
    expect(failure).toMatch(expected);
    expect(failure).not.toContain("\n");
  });

  test("never repeats a secret", () => {
    expect(failureOf({ ...twilio, TWILIO_AUTH_TOKEN: "hunter2" })).not.toContain("hunter2");
    expect(failureOf({ AUTH_SECRET: "hunter2" })).not.toContain("hunter2");
    expect(failureOf({ DATABASE_URL: "mysql://ada:hunter2@127.0.0.1/calls" })).not.toContain("hunter2");
    expect(failureOf({ ...stripe, STRIPE_SECRET_KEY: "hunter2" })).not.toContain("hunter2");
  });
});

test.each([
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["::1", true],
  ["[::1]", true],
  ["localhost", true],
  ["127.0.0.1.example.com", false],
  ["0.0.0.0", false],
  ["192.168.1.2", false],
])("isLoopback(%j) is %j", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
