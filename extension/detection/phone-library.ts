import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { ReadNumber, ReadNumberText } from "./number-reader.ts";
import { countriesOf, isShapedWithin, planOf, type NumberingPlan, type SharingCountry } from "./numbering-plan.ts";

// What the library takes for a number, in plain signs.
const numberText = /^[\s(]*\+?[\d\s()[\]./~-]*$/;
const allDigits = /^\d+$/;
const mostSignificantDigits = 17;

/**
 * Reads numbers as libphonenumber-js does, with its full metadata: the smaller sets know lengths only, and take order numbers for phones.
 * The steps are those of its parsePhoneNumberFromString() and isValid(), and the tests hold both to the same answers. The library itself compiles
 * its patterns anew for each number: 20 microseconds for one that is valid and 70 for one that is not, and a page has thousands of those.
 */
export const readNumberText: ReadNumberText = (text, region) => {
  if (allDigits.test(text)) return region && readNational(text, region);
  if (!numberText.test(text)) return undefined;
  const digits = text.replace(/\D/g, "");
  if (text.includes("+")) return readInternational(digits);
  return region && readNational(digits, region);
};

const mostCallingCodeDigits = 3;

function readInternational(digits: string): ReadNumber | undefined {
  for (let length = 1; length <= mostCallingCodeDigits; length++) {
    const callingCode = digits.slice(0, length);
    if (countriesOf(callingCode)) return readWithin(planOf(callingCode), digits.slice(length), undefined);
  }
  return undefined;
}

function readNational(digits: string, region: CountryCode): ReadNumber | undefined {
  const plan = planOf(region);
  const abroad = plan.withoutAbroadPrefix(digits);
  if (abroad && !abroad.startsWith("0")) return readInternational(abroad);
  if (digits.length < plan.leastDigits) return undefined;
  const afterOwnCode = withoutOwnCode(digits, plan);
  return afterOwnCode === undefined
    ? readWithin(plan, digits, region)
    : readWithin(planOf(plan.callingCode), afterOwnCode, undefined);
}

// "1 415 555 2671" and "49 30 23125104", with the country's own code and no plus.
function withoutOwnCode(digits: string, plan: NumberingPlan): string | undefined {
  if (!digits.startsWith(plan.callingCode)) return undefined;
  const shorter = digits.slice(plan.callingCode.length);
  const national = nationalNumber(digits, plan);
  const isBetter = !plan.isShaped(national) && plan.isShaped(nationalNumber(shorter, plan));
  return isBetter || plan.lengthOf(national) === "too-long" ? shorter : undefined;
}

function readWithin(plan: NumberingPlan, digits: string, region: CountryCode | undefined): ReadNumber | undefined {
  const significant = nationalNumber(digits, plan);
  if (significant.length > mostSignificantDigits || !isShapedWithin(plan.callingCode, significant)) return undefined;
  const own = countryOf(significant, plan.callingCode);
  const country = own?.country ?? region;
  const ownPlan = own?.plan ?? planOf(region ?? plan.callingCode);
  return ownPlan.isValid(significant) ? new ValidNumber(ownPlan, significant, country) : undefined;
}

/** Digits without a trunk prefix, if what remains can be a number then. */
function nationalNumber(digits: string, plan: NumberingPlan): string {
  const shorter = plan.withoutTrunkPrefix(digits);
  if (shorter === digits || (plan.isShaped(digits) && !plan.isShaped(shorter))) return digits;
  const length = (countryOf(shorter, plan.callingCode)?.plan ?? plan).lengthOf(shorter);
  return length === "too-short" || length === "between" ? digits : shorter;
}

function countryOf(significant: string, callingCode: string): SharingCountry | undefined {
  const countries = countriesOf(callingCode) ?? [];
  if (countries.length === 1) return countries[0];
  for (const sharing of countries) if (sharing.plan.isLedIn(significant) ?? sharing.plan.isValid(significant)) return sharing;
  return undefined;
}

/** Its forms are made when somebody asks: most numbers are only asked how they are grouped. */
class ValidNumber implements ReadNumber {
  readonly country: CountryCode | undefined;
  readonly #plan: NumberingPlan;
  readonly #significant: string;

  constructor(plan: NumberingPlan, significant: string, country: CountryCode | undefined) {
    this.#plan = plan;
    this.#significant = significant;
    this.country = country;
  }

  get e164(): E164 {
    // The same metadata as shared/phone-number.ts, which would bring zod into the page.
    return `+${this.#plan.callingCode}${this.#significant}` as E164;
  }

  get international(): string {
    return `+${this.#plan.callingCode} ${this.#plan.group(this.#significant, "international")}`;
  }

  get national(): string {
    return this.#plan.group(this.#significant, "national");
  }

  get significantDigits(): number {
    return this.#significant.length;
  }
}
