import type { CountryCode } from "#shared/phone-number.ts";
import { Flag } from "./flag.tsx";
import { initialsOf } from "./initials.ts";

/** Who it is at a glance: the initials of a name, or the country's flag when there is only a number. */
export function Avatar({ name, country }: { name: string | null; country: CountryCode | undefined }) {
  return (
    <span className="avatar" aria-hidden="true">
      {name ? initialsOf(name) : <Flag country={country} />}
    </span>
  );
}
