import { formatInternational } from "#shared/phone-number.ts";
import { Icon } from "../ui/icon.tsx";
import { CallerIdSelect } from "./caller-id-select.tsx";
import type { Target } from "./number-entry.ts";

/** The button that calls, and the number it calls from. */
export function CallRow({ target, onCall }: { target: Target; onCall: () => void }) {
  return (
    <div className="call-row">
      <button
        type="button"
        className="button button-talk call-button"
        aria-disabled={target.kind === "empty" || undefined}
        onClick={onCall}
      >
        <Icon name="phone" />
        Call{target.kind === "number" && <span className="visually-hidden"> {formatInternational(target.number)}</span>}
      </button>
      <CallerIdSelect />
    </div>
  );
}
