import twilio from "twilio";
import type { Webhook } from "../kills/model-carrier.ts";
import { publicUrl } from "../kills/server-process.ts";
import { testAccount } from "../sandbox/signalling/testing/test-account.ts";

/** Sends a webhook to a server as the carrier signs it. */
export function postWebhook(serverUrl: string, { path, fields }: Webhook): Promise<Response> {
  return fetch(`${serverUrl}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(testAccount.authToken, `${publicUrl}${path}`, fields),
    },
    body: new URLSearchParams(fields).toString(),
  });
}
