import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallFilterQuery } from "#shared/api/call-filter.ts";
import type { CallId } from "#shared/ids.ts";
import { valueOf } from "../../shell/api-error.ts";
import { useConnection } from "../../shell/connection.tsx";
import type { PeriodChoice } from "./history-view.ts";

const pageSize = 25;

// All keys begin with "calls", which is asked for anew whenever a call begins or ends.

/** The calls that a filter lets through, newest first, page by page. */
export function useHistory(filter: CallFilterQuery) {
  const { api, session } = useConnection();
  return useInfiniteQuery({
    queryKey: ["calls", "history", filter],
    queryFn: ({ signal, pageParam }) => valueOf(api.listCalls({ ...filter, limit: pageSize, cursor: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: session !== undefined,
  });
}

/** What the calls that a filter lets through come to; with periods, also by day, week or month where this machine is. */
export function useCallStatistics(filter: CallFilterQuery, by?: PeriodChoice) {
  const { api, session } = useConnection();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const query = by === undefined ? filter : { ...filter, by, timeZone };
  return useQuery({
    queryKey: ["calls", "statistics", query],
    queryFn: ({ signal }) => valueOf(api.callStatistics(query, { signal })),
    placeholderData: keepPreviousData,
    enabled: session !== undefined,
  });
}

/** Writes a note to a call; every list shows it. */
export function useSaveNote() {
  const { api } = useConnection();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (note: { id: CallId; note: string }) => valueOf(api.setCallNote(note)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["calls"] }),
  });
}
