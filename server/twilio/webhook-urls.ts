/** The paths under which the carrier reaches this server. */
export const webhookPaths = {
  voice: "/api/twilio/voice",
  status: "/api/twilio/status",
  dialAction: "/api/twilio/dial-action",
} as const;

// Without this Twilio gives up after one failed attempt, and a server that restarts would miss the end of a call.
// https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
const connectionOverrides = "#rc=5&rp=5xx,ct,rt";

/** A webhook's address as it is given to the carrier. The fragment is for the carrier's own use: it neither sends nor signs it. */
export function callbackUrl(publicUrl: string, path: string): string {
  return `${publicUrl}${path}${connectionOverrides}`;
}
