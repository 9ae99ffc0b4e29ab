import type { CallerId } from "#shared/api/caller-ids.ts";
import { useConnection } from "./connection.tsx";
import { useCallerIds } from "./queries.ts";

/**
 * The numbers this account may show and the one that will be shown: the one chosen, as long as the carrier still lets it be
 * shown, else the account's default.
 */
export function useCallerId(): { callerIds: CallerId[]; chosen: CallerId | undefined } {
  const { settings } = useConnection();
  const callerIds = useCallerIds().data ?? [];
  return { callerIds, chosen: callerIds.find(({ number }) => number === settings.fromNumber) ?? callerIds[0] };
}
