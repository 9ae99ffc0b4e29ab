import { formatInternational } from "#shared/phone-number.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import type { CallerId } from "#shared/api/caller-ids.ts";

/** Caller IDs as the options of a select. */
export function CallerIdOptions({ callerIds }: { callerIds: CallerId[] }) {
  return callerIds.map((callerId) => (
    <option key={callerId.number} value={callerId.number}>
      {describe(callerId)}
    </option>
  ));
}

function describe({ number, label }: CallerId): string {
  const shown = leftToRight(formatInternational(number));
  return ["", number, formatInternational(number)].includes(label) ? shown : `${shown} · ${label}`;
}
