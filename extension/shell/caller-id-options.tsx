import { formatInternational } from "#shared/phone-number.ts";
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
  const shown = formatInternational(number);
  return ["", number, shown].includes(label) ? shown : `${shown} · ${label}`;
}
