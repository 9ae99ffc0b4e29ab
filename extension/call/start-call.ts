import type { CountryCode, E164 } from "#shared/phone-number.ts";

/** A call as a person asks for it. */
export interface StartCall {
  /** As typed or clicked; validated by the server and by parsePhoneNumber. */
  to: string;
  region?: CountryCode;
  fromNumber?: E164;
  /** Digits to send once somebody has answered. */
  extension?: string;
}
