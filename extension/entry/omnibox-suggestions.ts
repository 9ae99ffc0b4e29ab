import { i18n } from "#i18n";
import { formatInternational, parsePhoneNumber, type CountryCode, type E164 } from "#shared/phone-number.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import type { Person } from "./matching-people.ts";

/** What entering a text asks for: a number as it was typed or suggested, or else a name to look for. */
export type Entered =
  | { kind: "number"; number: E164; extension: string | undefined }
  | { kind: "name"; text: string; country: CountryCode };

export function readEntered(text: string, country: CountryCode): Entered {
  const parsed = parsePhoneNumber(text, country);
  if (!parsed.ok) return { kind: "name", text: text.trim(), country };
  return { kind: "number", number: parsed.value.e164, extension: parsed.value.extension };
}

/** A person as the address bar suggests them, in the browser's markup; choosing it enters the number. `rate` is what a minute costs. */
export function suggestionOf(
  { name, number }: Pick<Person, "name" | "number">,
  rate: string | undefined,
): { content: string; description: string } {
  const written = leftToRight(formatInternational(number));
  const [first, ...rest] = [name, written, rate].filter((part) => part !== undefined).map(escapeMarkup);
  return { content: number, description: [first, ...rest.map((part) => `<dim>${part}</dim>`)].join(" ") };
}

/** The first line of the address bar: what Enter does with what was typed. */
export function defaultDescription(entered: Entered, rate: string | undefined): string {
  if (entered.kind === "name") return escapeMarkup(i18n.t("entry.addressBar"));
  const what = escapeMarkup(i18n.t("entry.callNumber", { number: leftToRight(formatInternational(entered.number)) }));
  return rate === undefined ? what : `${what} <dim>${escapeMarkup(rate)}</dim>`;
}

// One name with an ampersand would have the browser refuse all suggestions.
function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
