import { useRef } from "react";
import "./keypad.css";
import { keys, nameOfKey } from "./keys.ts";

const holdMs = 500;

/** The telephone's twelve keys. Holding 0 gives a plus, unless the digits go into a call. */
export function Keypad({ onKey, hasPlus = true }: { onKey: (key: string) => void; hasPlus?: boolean }) {
  const hold = useHold(() => onKey("+"));
  return (
    <div className="keypad" role="group" aria-label="Keypad">
      {keys.map((cap) => {
        const isHeld = hasPlus && cap.key === "0";
        const letters = !hasPlus && cap.letters === "+" ? "" : cap.letters;
        return (
          <button
            key={cap.key}
            type="button"
            className="key"
            {...(isHeld && hold.handlers)}
            onClick={() => (isHeld && hold.wasHeld() ? undefined : onKey(cap.key))}
          >
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

/** Tells a press from a hold; the click that ends a hold is no press. */
function useHold(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const release = () => clearTimeout(timer.current);
  return {
    wasHeld: () => held.current,
    handlers: {
      onPointerDown: () => {
        held.current = false;
        timer.current = setTimeout(() => {
          held.current = true;
          onHold();
        }, holdMs);
      },
      onPointerUp: release,
      onPointerLeave: release,
      onPointerCancel: release,
      // A keyboard presses without a pointer: what was held before does not count.
      onKeyDown: () => {
        held.current = false;
      },
    },
  };
}
