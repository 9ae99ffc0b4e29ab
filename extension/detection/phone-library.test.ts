import fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber, parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { readNumberText } from "./phone-library.ts";

/** What the library itself says of a text. */
function byLibrary(text: string, region: CountryCode) {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
  if (!parsed?.isValid()) return undefined;
  return { e164: parsed.number, country: parsed.country, international: parsed.formatInternational() };
}

function byUs(text: string, region: CountryCode) {
  const read = readNumberText(text, region);
  return read && { e164: read.e164, country: read.country, international: read.international };
}

const countries = getCountries();
const country = fc.constantFrom(...countries);
const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength });

// Near to valid numbers, where mistakes would show: examples of all countries with their ends rolled anew, behind every prefix.
const nearNumbers = fc
  .record({ of: country, kept: fc.integer({ min: 2, max: 12 }), rolled: digits(0, 6), prefix: digits(0, 1) })
  .map(({ of, kept, rolled, prefix }) => {
    const example = getExampleNumber(of, examples);
    const national = example?.nationalNumber ?? "";
    const significant = (national.slice(0, kept) + rolled + national.slice(kept + rolled.length)).slice(0, 15);
    return { prefix, significant, callingCode: example?.countryCallingCode ?? "" };
  });

const dialled = fc.oneof(
  nearNumbers.map(({ prefix, significant }) => `${prefix}${significant}`),
  nearNumbers.map(({ significant }) => `0${significant}`),
  nearNumbers.map(({ callingCode, significant }) => `${callingCode}${significant}`),
  nearNumbers.map(({ callingCode, significant }) => `00${callingCode}${significant}`),
  nearNumbers.map(({ callingCode, significant }) => `011${callingCode}${significant}`),
  nearNumbers.map(({ callingCode, prefix, significant }) => `+${callingCode}${prefix}${significant}`),
  digits(1, 18),
  digits(5, 15).map((text) => `+${text}`),
);

test("numbers are read as the library reads them, whatever is dialled and from wherever", () => {
  fc.assert(
    // Compared as text, since thousands of deep comparisons take longer than the reading.
    fc.property(
      dialled,
      country,
      (text, region) => JSON.stringify(byUs(text, region)) === JSON.stringify(byLibrary(text, region)),
    ),
    { numRuns: 5000 },
  );
});

test.for(countries)("the example number of %s is read in national and in international form", (region) => {
  const example = getExampleNumber(region, examples);
  const expected = { e164: example?.number, country: byLibrary(example?.number ?? "", region)?.country };
  expect(byUs(example?.formatNational() ?? "", region)).toMatchObject(expected);
  expect(byUs(example?.formatInternational() ?? "", region)).toMatchObject(expected);
});

test.for(["", "+", "hello", "415-555-CALL", "+999 415 555 2671", "1".repeat(400)])("%j is no number", (text) => {
  expect(readNumberText(text, "US")).toBeUndefined();
});
