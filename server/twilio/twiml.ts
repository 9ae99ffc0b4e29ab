import type { E164 } from "#shared/phone-number.ts";
import twilio from "twilio";
import { ringTimeoutSeconds } from "../ledger/check-times.ts";
import { callbackUrl, webhookPaths } from "./webhook-urls.ts";

export interface Dial {
  to: E164;
  callerId: E164;
  timeLimitSeconds: number;
  publicUrl: string;
}

/** TwiML that rings a number and joins it with the caller, for as long as the hold pays for. */
export function dialTwiml({ to, callerId, timeLimitSeconds, publicUrl }: Dial): string {
  const response = new twilio.twiml.VoiceResponse();
  const dial = response.dial({
    callerId,
    timeLimit: timeLimitSeconds,
    timeout: ringTimeoutSeconds,
    // The caller's leg stays unanswered until the other side answers, so that ringing is ringing on both.
    answerOnBridge: true,
    action: callbackUrl(publicUrl, webhookPaths.dialAction),
    method: "POST",
  });
  dial.number(
    {
      statusCallback: callbackUrl(publicUrl, webhookPaths.status),
      statusCallbackMethod: "POST",
      statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
    },
    to,
  );
  return response.toString();
}

/** TwiML that says why there is no call, and ends it. */
export function sayTwiml(sentence: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.say(sentence);
  response.hangup();
  return response.toString();
}

/**
 * TwiML that answers, listens to nothing for so long, and hangs up: a call that reaches nobody. Gather answers the call, which a
 * Pause that comes first does not. https://www.twilio.com/docs/voice/twiml/pause
 */
export function silentTwiml(seconds: number): string {
  const response = new twilio.twiml.VoiceResponse();
  response.gather({ input: ["dtmf"], timeout: seconds, numDigits: 1 });
  response.hangup();
  return response.toString();
}

/** TwiML that turns a call away before it is answered, so that the carrier charges nothing for it. */
export function rejectTwiml(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.reject();
  return response.toString();
}

/** TwiML that ends the call. */
export function hangUpTwiml(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.hangup();
  return response.toString();
}
