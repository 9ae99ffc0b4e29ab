import { voiceTokenAnswerSchema, type VoiceTokenAnswer } from "#shared/api/voice.ts";
import type { AccountId } from "#shared/ids.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";

export interface VoiceTokenRoutesDeps {
  /** See createVoiceTokens() in twilio/access-token.ts. */
  issueVoiceToken: (accountId: AccountId) => VoiceTokenAnswer;
  readSession: ReadSession;
}

/** `POST /voice/token`: what the voice SDK needs to register and call. Whose it is comes from the session alone. */
export function createVoiceTokenRoutes({ issueVoiceToken, readSession }: VoiceTokenRoutesDeps) {
  return new Hono<AppEnv>().post(
    "/voice/token",
    describeAnswer("A token for the voice SDK", 200, voiceTokenAnswerSchema),
    requireAccount(readSession),
    (c) => {
      c.header("cache-control", "no-store");
      return c.json(issueVoiceToken(c.var.signedIn.accountId));
    },
  );
}
