import { parsePhoneNumberFromString, type NumberType } from "libphonenumber-js/max";
import type { E164 } from "./phone-number.ts";

// Kinds of numbers whose owner is paid for every call. Whoever breaks into an account calls these, through the night.
const blockedTypes = new Map<NumberType, string>([
  ["PREMIUM_RATE", "This is a premium-rate number. Ringback does not call those."],
  ["SHARED_COST", "The cost of calling this shared-cost number cannot be told beforehand, so Ringback does not call it."],
  ["PERSONAL_NUMBER", "This is a personal number, which may forward to anywhere at any price. Ringback does not call those."],
  ["PAGER", "This is a pager's number. Ringback does not call those."],
]);

const longestShortNumber = 6;

/** Why a valid number may not be called, as a sentence for people; undefined when it may. */
export function whyBlocked(number: E164): string | undefined {
  return blockedTypes.get(parsePhoneNumberFromString(number)?.getType());
}

/**
 * Why what was typed may not be called although it is no valid number: emergency numbers and other short ones. Twilio could
 * place such a call, but without a registered address nobody would know where to send help.
 */
export function whyShortNumberBlocked(text: string): string | undefined {
  const number = text.trim().replace(/^(?:tel|callto):/i, "");
  // "1-800-FLOWERS" has four digits and is no short number: a key stands for each letter.
  if (/\p{L}/u.test(number)) return undefined;
  const digits = number.replaceAll(/[^\d+]/g, "");
  if (digits === "" || digits.startsWith("+") || digits.length > longestShortNumber) return undefined;
  return "Ringback cannot call emergency or other short numbers. In an emergency, use a phone.";
}
