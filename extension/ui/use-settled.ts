import { useEffect, useState } from "react";

/** A value once it has stood still for `settleMs`, so that a server is not asked about every key that is pressed. */
export function useSettled<Value>(value: Value, settleMs = 250): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value, settleMs]);
  return settled;
}
