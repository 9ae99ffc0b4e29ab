import { accountIdSchema } from "#shared/ids.ts";
import { voiceTokenAnswerSchema } from "#shared/api/voice.ts";
import { jwtVerify } from "jose";
import { expect, test } from "vitest";
import { createVoiceTokens } from "./access-token.ts";

const apiKeySecret = "a-secret-of-some-length-for-hs256";
const issue = createVoiceTokens({
  accountSid: `AC${"0".repeat(32)}`,
  apiKeySid: `SK${"1".repeat(32)}`,
  apiKeySecret,
  applicationSid: `AP${"2".repeat(32)}`,
  sandboxSignalUrl: null,
  ttlSeconds: 3600,
});
const accountId = accountIdSchema.parse("acct_01ARZ3NDEKTSV4RRFFQ69G5FAV");

test("a token lets one account register and call through our application, for an hour", async () => {
  const answer = voiceTokenAnswerSchema.parse(issue(accountId));
  const { payload, protectedHeader } = await jwtVerify(answer.token, new TextEncoder().encode(apiKeySecret));
  expect(protectedHeader).toMatchObject({ alg: "HS256", cty: "twilio-fpa;v=1" });
  expect(payload).toMatchObject({
    iss: `SK${"1".repeat(32)}`,
    sub: `AC${"0".repeat(32)}`,
    grants: { identity: accountId, voice: { incoming: { allow: true }, outgoing: { application_sid: `AP${"2".repeat(32)}` } } },
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(answer.ttlSeconds);
  expect(answer).toMatchObject({ identity: accountId, ttlSeconds: 3_600, sandboxSignalUrl: null });
});

test("an identity has only characters that Twilio takes", () => {
  expect(issue(accountId).identity).toMatch(/^[A-Za-z0-9_]{1,121}$/);
});
