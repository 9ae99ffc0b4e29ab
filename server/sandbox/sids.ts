import { randomBytes } from "node:crypto";

/** The kinds of Twilio ids that the sandbox gives out: calls, phone numbers, outgoing caller ids, and so on. */
export type SidPrefix = "AC" | "AP" | "CA" | "CR" | "EV" | "KX" | "NO" | "PN" | "SK" | "SM";

/** A fresh Twilio id: the prefix and 32 hexadecimal digits. */
export function newSid<Prefix extends SidPrefix>(prefix: Prefix): `${Prefix}${string}` {
  return `${prefix}${randomBytes(16).toString("hex")}`;
}

/** A fresh reconnect token. It alone lets a browser take a live call over, so it must not be guessable. */
export function newReconnectToken(): string {
  return randomBytes(32).toString("base64url");
}
