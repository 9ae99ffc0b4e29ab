import { i18n } from "#i18n";
import { formatInternational, type E164 } from "#shared/phone-number.ts";
import { Icon } from "../ui/icon.tsx";
import { CallerIdSelect } from "./caller-id-select.tsx";
import type { Target } from "./number-entry.ts";

interface CallRowProps {
  target: Target;
  /** What the button brings back while the field is empty. */
  lastNumber: E164 | undefined;
  onCall: () => void;
}

/** The button that calls, and the number it calls from. */
export function CallRow({ target, lastNumber, onCall }: CallRowProps) {
  const isRedial = target.kind === "empty" && lastNumber !== undefined;
  return (
    <div className="call-row">
      {isRedial ? (
        <button type="button" className="button button-quiet call-button" onClick={onCall}>
          <Icon name="redial" />
          {i18n.t("dialer.redial")}
          <span className="visually-hidden"> {formatInternational(lastNumber)}</span>
        </button>
      ) : (
        <button
          type="button"
          className="button button-talk call-button"
          aria-disabled={target.kind === "empty" || undefined}
          onClick={onCall}
        >
          <Icon name="phone" />
          {i18n.t("dialer.callButton")}
          {target.kind === "number" && <span className="visually-hidden"> {formatInternational(target.number)}</span>}
        </button>
      )}
      <CallerIdSelect />
    </div>
  );
}
