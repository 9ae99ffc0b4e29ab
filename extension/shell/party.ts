import type { Call } from "#shared/api/calls.ts";
import { formatInternational, type CountryCode } from "#shared/phone-number.ts";
import { countryName } from "../ui/country-name.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import type { CallState } from "../call/call-state.ts";

/** The other side of a call, as a screen names it. */
export interface Party {
  /** The contact's name; null when the number belongs to nobody known. */
  name: string | null;
  number: string;
  country: CountryCode | undefined;
  /** The country's name; empty while the server has not told. */
  countryName: string;
}

/** Who is being called: by the server's word once it has spoken, by what was dialled before that. */
export function partyOf(state: Exclude<CallState, { status: "idle" }>): Party {
  const call = "call" in state ? state.call : undefined;
  if (!call) return { name: null, number: state.dialled, country: undefined, countryName: "" };
  return partyOfCall(call);
}

export function partyOfCall({ contactName, toNumber, countryCode }: Call): Party {
  const country = countryCode ?? undefined;
  return { name: contactName, number: formatInternational(toNumber), country, countryName: countryName(country) };
}

/** The one word for a party: the name, else the number. */
export function titleOf({ name, number }: Pick<Party, "name" | "number">): string {
  return name ?? leftToRight(number);
}
