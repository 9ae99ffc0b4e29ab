import type { WebhookRequest } from "../callbacks/webhooks.ts";
import type { Scheduler } from "../scheduler.ts";
import { newSid } from "../sids.ts";
import type { HttpMethod } from "../twiml/verbs.ts";
import type { AccountNumbers } from "./account-numbers.ts";

/** How long the call that asks for the code takes. */
const verificationMs = 1000;

interface VerificationRequest {
  phoneNumber: string;
  friendlyName: string;
  callDelaySeconds: number;
  statusCallback: string | undefined;
  statusCallbackMethod: HttpMethod;
}

/** Verifies that a number is the account's to show. Real Twilio calls it and asks for the code; here nobody picks up, so it answers itself. */
export interface Verifications {
  start(request: VerificationRequest): { code: string; callSid: string };
  close(): void;
}

export function createVerifications(options: {
  accountSid: string;
  numbers: AccountNumbers;
  scheduler: Scheduler;
  /** Whether the code is typed in, as by a person who picks up, or not, as by one who does not. */
  succeeds: boolean;
  /** Six digits. */
  newCode: () => string;
  sendStatus: (request: WebhookRequest) => void;
}): Verifications {
  const { accountSid, numbers, scheduler, succeeds, newCode, sendStatus } = options;
  const closing = new AbortController();

  function finish(request: VerificationRequest, callSid: string): void {
    const { phoneNumber, friendlyName, statusCallback: url, statusCallbackMethod: method } = request;
    const verified = succeeds
      ? numbers.add({ kind: "verified", phoneNumber, friendlyName, createdAtMs: scheduler.nowMs() })
      : undefined;
    if (url === undefined) return;
    const outcome = verified
      ? { VerificationStatus: "success", OutgoingCallerIdSid: verified.sid }
      : { VerificationStatus: "failed" };
    sendStatus({
      url,
      method,
      fields: { AccountSid: accountSid, CallSid: callSid, Called: phoneNumber, To: phoneNumber, ...outcome },
    });
  }

  return {
    start(request) {
      const callSid = newSid("CA");
      const cancel = scheduler.after(request.callDelaySeconds * 1000 + verificationMs, () => finish(request, callSid));
      closing.signal.addEventListener("abort", cancel);
      return { code: newCode(), callSid };
    },
    close: () => closing.abort(),
  };
}
