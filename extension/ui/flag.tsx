import type { CountryCode } from "#shared/phone-number.ts";
import { Icon } from "./icon.tsx";

const regionalIndicatorA = 0x1f1e6;

/** A country's flag, for the eye only: the country's name or code stands beside it. A globe for numbers of no country. */
export function Flag({ country }: { country: CountryCode | undefined }) {
  if (!country) return <Icon name="globe" />;
  return (
    <span className="flag" aria-hidden="true">
      {flagOf(country)}
    </span>
  );
}

// A flag is written as the country's two letters in regional indicator symbols (Unicode TR51, annex B).
function flagOf(country: CountryCode): string {
  return [...country].map((letter) => String.fromCodePoint(regionalIndicatorA + letter.charCodeAt(0) - 65)).join("");
}
