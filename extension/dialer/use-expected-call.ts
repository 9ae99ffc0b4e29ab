import type { E164 } from "#shared/phone-number.ts";
import { useEffect } from "react";
import { useCall } from "../call/use-call.ts";

/** Has the way to the carrier opened while a person still looks at a whole number, so that the call need not wait for it. */
export function useExpectedCall(number: E164 | undefined): void {
  const { client } = useCall();
  useEffect(() => {
    if (number !== undefined) void client.prepare();
  }, [client, number]);
}
