import twilio from "twilio";
import type { SandboxAccount } from "../../legs.ts";

/** An account for tests, with secrets that open nothing. */
export const testAccount: SandboxAccount = {
  accountSid: `AC${"1".repeat(32)}`,
  authToken: "auth-token-of-the-test-account",
  apiKeySid: `SK${"2".repeat(32)}`,
  apiKeySecret: "api-key-secret-of-the-test-account",
  applicationSid: `AP${"3".repeat(32)}`,
};

/** A token for the SDK, made by the real twilio library. `ttl` is in seconds. */
export function testToken(
  options: { identity?: string; ttl?: number; secret?: string; incoming?: boolean; outgoing?: string | false } = {},
): string {
  const { identity = "ada", ttl = 600, secret = testAccount.apiKeySecret, incoming = true, outgoing } = options;
  const { AccessToken } = twilio.jwt;
  const token = new AccessToken(testAccount.accountSid, testAccount.apiKeySid, secret, { identity, ttl });
  token.addGrant(
    new AccessToken.VoiceGrant({
      incomingAllow: incoming,
      ...(outgoing === false ? {} : { outgoingApplicationSid: outgoing ?? testAccount.applicationSid }),
    }),
  );
  return token.toJwt();
}
