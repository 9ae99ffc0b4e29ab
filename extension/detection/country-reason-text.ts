import { leftToRight } from "../ui/left-to-right.ts";
import { cardWords } from "./card-words.ts";
import type { CountryReason } from "./country-reason.ts";

/** Why a number is one of its country, in words that follow the country's name. */
export function countryReasonText(reason: CountryReason): string {
  switch (reason.from) {
    case "number":
      return cardWords.reason.number({ callingCode: leftToRight(reason.callingCode) });
    case "area-code":
      return cardWords.reason.areaCode;
    case "choice":
      return cardWords.reason.choice;
    case "own":
      return cardWords.reason.own;
    case "domain":
      return cardWords.reason.domain({ domain: leftToRight(reason.domain) });
    case "language":
      return cardWords.reason.language;
    case "address":
      return cardWords.reason.address;
    case "other-numbers":
      return cardWords.reason.otherNumbers;
  }
}

/** Whether another country may be chosen for the number: not when it says its own. */
export function mayChooseCountry(reason: CountryReason): boolean {
  return reason.from !== "number";
}
