import type { VoiceTokenAnswer } from "#shared/api/voice.ts";
import type { AccountId } from "#shared/ids.ts";
import twilio from "twilio";
import type { ClientCredentials } from "./client.ts";

export interface VoiceTokenOptions extends ClientCredentials {
  applicationSid: string;
  /** Where the sandbox carrier's signalling listens; null when the carrier is Twilio. */
  sandboxSignalUrl: string | null;
  ttlSeconds: number;
}

/** Makes the tokens with which a browser may register and call as an account, and as no other. */
export function createVoiceTokens(options: VoiceTokenOptions) {
  const { accountSid, apiKeySid, apiKeySecret, applicationSid, sandboxSignalUrl, ttlSeconds } = options;
  return (accountId: AccountId): VoiceTokenAnswer => {
    // An account's id is letters, digits and underscores, which is what Twilio takes for an identity.
    const identity = accountId;
    const token = new twilio.jwt.AccessToken(accountSid, apiKeySid, apiKeySecret, { identity, ttl: ttlSeconds });
    // Twilio refuses to register a device that may not be called, even one that only wants to call.
    token.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ outgoingApplicationSid: applicationSid, incomingAllow: true }));
    return { token: token.toJwt(), identity, ttlSeconds, sandboxSignalUrl };
  };
}
