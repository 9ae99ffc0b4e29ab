import type { CountryReason } from "./country-reason.ts";

/** Why a number is one of its country, in words that follow the country's name. */
export function countryReasonText(reason: CountryReason): string {
  switch (reason.from) {
    case "number":
      return `written with ${reason.callingCode}`;
    case "area-code":
      return "by its area code";
    case "choice":
      return "you chose it for this site";
    case "own":
      return "your own country";
    case "domain":
      return `from ${reason.domain}`;
    case "language":
      return "from this page’s language";
    case "address":
      return "from addresses on this page";
    case "other-numbers":
      return "from other numbers on this page";
  }
}

/** Whether another country may be chosen for the number: not when it says its own. */
export function mayChooseCountry(reason: CountryReason): boolean {
  return reason.from !== "number";
}
