import { i18n } from "#i18n";
import "./keypad.css";
import { keys, nameOfKey } from "./keys.ts";
import { useHold } from "./use-hold.ts";

/** The telephone's twelve keys. Holding 0 gives a plus, unless the digits go into a call. */
export function Keypad({ onKey, hasPlus = true }: { onKey: (key: string) => void; hasPlus?: boolean }) {
  const zero = useHold({ onPress: () => onKey("0"), onHold: () => onKey("+") });
  return (
    <div className="keypad" role="group" dir="ltr" aria-label={i18n.t("dialer.keypad")}>
      {keys.map((cap) => {
        const letters = !hasPlus && cap.letters === "+" ? "" : cap.letters;
        const press = hasPlus && cap.key === "0" ? zero : { onClick: () => onKey(cap.key) };
        return (
          <button key={cap.key} type="button" className="key" {...press}>
            <span className="key-digit figures" aria-hidden="true">
              {cap.key === "*" ? "∗" : cap.key}
            </span>
            <span className="key-letters" aria-hidden="true">
              {letters}
            </span>
            <span className="visually-hidden">{nameOfKey(cap.key, letters)}</span>
          </button>
        );
      })}
    </div>
  );
}
