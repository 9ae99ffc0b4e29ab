import type { CountryCode } from "#shared/phone-number.ts";
import { detect } from "@ringcentral-integration/phone-number";
import { findPhoneNumbersInText } from "libphonenumber-js/max";
import { findNumbers } from "../../extension/detection/find-numbers.ts";
import { readNumberText } from "../../extension/detection/phone-library.ts";
import { markedFrom } from "../../extension/detection/score-number.ts";

/** A text of a page, the text before it, and where one node ends and the next begins. */
interface FinderText {
  text: string;
  breaks: readonly number[];
  precedingText: string;
}

export interface FoundText {
  start: number;
  end: number;
  e164: string;
}

/** Something that finds numbers in texts whose country is one of some, likeliest first. */
export interface Finder {
  name: string;
  find: (searched: FinderText, regions: readonly CountryCode[]) => FoundText[];
}

export const ringback: Finder = {
  name: "Ringback",
  find: (searched, regions) => findNumbers(searched, { readNumber: readNumberText, regions, atLeast: markedFrom }),
};

const libphonenumber: Finder = {
  name: "libphonenumber-js",
  find({ text }, [region]) {
    const found = findPhoneNumbersInText(text, region ? { defaultCountry: region } : {});
    return found.map(({ startsAt, endsAt, number }) => ({ start: startsAt, end: endsAt, e164: number.number }));
  },
};

// RingCentral's click-to-dial looks at one text node at a time, so that is what it gets.
const ringCentral: Finder = {
  name: "RingCentral",
  find({ text, breaks }, [region]) {
    const starts = [0, ...breaks];
    return starts.flatMap((start, index) =>
      detect({ input: text.slice(start, starts[index + 1]), ...(region && { countryCode: region }) }).map(
        ({ startsAt, endsAt, phoneNumber }) => ({ start: start + startsAt, end: start + endsAt, e164: phoneNumber }),
      ),
    );
  },
};

export const others: readonly Finder[] = [libphonenumber, ringCentral];
