import type { CountryCode } from "#shared/phone-number.ts";
import { flagOf } from "./flag-of.ts";
import { Icon } from "./icon.tsx";

/** A country's flag, for the eye only: the country's name or code stands beside it. A globe for numbers of no country. */
export function Flag({ country }: { country: CountryCode | undefined }) {
  if (!country) return <Icon name="globe" />;
  return (
    <span className="flag" aria-hidden="true">
      {flagOf(country)}
    </span>
  );
}
