import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Profile } from "#shared/api/profile.ts";
import { followProfile } from "../call/profile-feed.ts";
import { useIsVisible } from "../ui/use-is-visible.ts";
import { useConnection } from "./connection.tsx";

// Between calls nothing runs up a cost: without a stream, this is soon enough to see a payment arrive.
const pollIntervalMs = 5_000;

/** Keeps balance and limits on a screen fresh by the server's own word for as long as it is looked at, with or without a call. */
export function useLiveProfile(): void {
  const { api, session } = useConnection();
  const queryClient = useQueryClient();
  const isVisible = useIsVisible();
  useEffect(() => {
    if (!session || !isVisible) return;
    const stop = new AbortController();
    void followProfile({
      api,
      pollIntervalMs,
      onProfile: (profile) => show(queryClient, profile),
      onFreshness: () => {},
      signal: stop.signal,
    });
    return () => stop.abort();
  }, [api, session, isVisible, queryClient]);
}

function show(queryClient: QueryClient, profile: Profile): void {
  const shown = queryClient.getQueryData<Profile>(["profile"]);
  if (shown && shown.user.accountId === profile.user.accountId && shown.rev >= profile.rev) return;
  queryClient.setQueryData(["profile"], profile);
  // What changed the balance is a line of the statement, may be a call of the history, and changes what the balance buys.
  for (const key of ["statement", "calls", "rate"]) void queryClient.invalidateQueries({ queryKey: [key] });
}
