import type { InvalidNumber } from "#shared/phone-number.ts";

/** What is wrong with a number that was to be called, and how to mend it. */
export function numberProblem(problem: InvalidNumber, countryName: string | undefined): string {
  switch (problem) {
    case "empty":
      return "Type a number, or a name from your contacts.";
    case "not_a_number":
      return "This is not a phone number. Type digits, or begin with + and the country's code.";
    case "too_short":
      return countryName
        ? `This number is too short for ${countryName}. Add what is missing, or choose another country.`
        : "This number is too short. Add what is missing.";
    case "too_long":
      return countryName
        ? `This number is too long for ${countryName}. Take a digit away, or choose another country.`
        : "This number is too long. Take a digit away.";
    case "no_country":
      return "No country has this code. Check the digits after the +.";
    case "invalid_for_country":
      return `${countryName ?? "No country"} has no such number. Check the digits${countryName ? ", or choose another country" : ""}.`;
  }
}
