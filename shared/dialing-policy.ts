import { parsePhoneNumberFromString, type NumberType } from "libphonenumber-js/max";
import type { E164 } from "./phone-number.ts";

/** Kinds of numbers that nobody may call. */
export const blockedKinds = ["short_number", "premium_rate", "shared_cost", "personal_number", "pager"] as const;
export type BlockedKind = (typeof blockedKinds)[number];

// Kinds of numbers whose owner is paid for every call. Whoever breaks into an account calls these, through the night.
const blockedTypes = new Map<NumberType, BlockedKind>([
  ["PREMIUM_RATE", "premium_rate"],
  ["SHARED_COST", "shared_cost"],
  ["PERSONAL_NUMBER", "personal_number"],
  ["PAGER", "pager"],
]);

const longestShortNumber = 6;

/** Of which blocked kind a valid number is; undefined when it may be called. */
export function whyBlocked(number: E164): BlockedKind | undefined {
  return blockedTypes.get(parsePhoneNumberFromString(number)?.getType());
}

/**
 * Why what was typed may not be called although it is no valid number: emergency numbers and other short ones. Twilio could
 * place such a call, but without a registered address nobody would know where to send help.
 */
export function whyShortNumberBlocked(text: string): BlockedKind | undefined {
  const number = text.trim().replace(/^(?:tel|callto):/i, "");
  // "1-800-FLOWERS" has four digits and is no short number: a key stands for each letter.
  if (/\p{L}/u.test(number)) return undefined;
  const digits = number.replaceAll(/[^\d+]/g, "");
  if (digits === "" || digits.startsWith("+") || digits.length > longestShortNumber) return undefined;
  return "short_number";
}
