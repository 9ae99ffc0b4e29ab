import type { Contact } from "#shared/api/contacts.ts";
import { formatInternational, parsePhoneNumber, type CountryCode, type E164 } from "#shared/phone-number.ts";

import { leftToRight } from "../ui/left-to-right.ts";

/** What entering a text asks for: a number as it was typed or suggested, or else a name to look for. */
export type Entered =
  | { kind: "number"; number: E164; extension: string | undefined }
  | { kind: "name"; text: string; country: CountryCode };

export function readEntered(text: string, country: CountryCode): Entered {
  const parsed = parsePhoneNumber(text, country);
  if (!parsed.ok) return { kind: "name", text: text.trim(), country };
  return { kind: "number", number: parsed.value.e164, extension: parsed.value.extension };
}

/** A contact as the address bar suggests it, in the browser's markup; choosing it enters the number. */
export function suggestionOf({ name, number }: Pick<Contact, "name" | "number">): { content: string; description: string } {
  return {
    content: number,
    description: `${escapeMarkup(name)} <dim>${escapeMarkup(leftToRight(formatInternational(number)))}</dim>`,
  };
}

// One name with an ampersand would have the browser refuse all suggestions.
function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
