import { useEffect, useRef, type KeyboardEvent } from "react";

const holdMs = 500;

/** Tells a press from a hold, by pointer and by keyboard; the click that ends a hold is no press. */
export function useHold({ onPress, onHold }: { onPress: () => void; onHold: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasHeld = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const begin = () => {
    wasHeld.current = false;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      wasHeld.current = true;
      onHold();
    }, holdMs);
  };
  const end = () => clearTimeout(timer.current);
  return {
    onPointerDown: begin,
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    // A button clicks at once when Enter goes down, and with each repetition of it: a press is told here when the key comes up.
    onKeyDown(event: KeyboardEvent) {
      if (!isPressKey(event)) return;
      event.preventDefault();
      if (!event.repeat) begin();
    },
    onKeyUp(event: KeyboardEvent) {
      if (!isPressKey(event)) return;
      event.preventDefault();
      end();
      if (!wasHeld.current) onPress();
    },
    onClick() {
      if (!wasHeld.current) onPress();
      wasHeld.current = false;
    },
  };
}

function isPressKey({ key }: KeyboardEvent): boolean {
  return key === "Enter" || key === " ";
}
