import type { E164 } from "#shared/phone-number.ts";
import { useCalls } from "../shell/queries.ts";
import { recentCalls } from "./use-people.ts";

/** The number that was called last, on whatever device; undefined before the first call. */
export function useLastNumber(): E164 | undefined {
  return useCalls(recentCalls).data?.pages[0]?.calls[0]?.toNumber;
}
