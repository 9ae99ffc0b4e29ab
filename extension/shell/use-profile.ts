import { useQuery } from "@tanstack/react-query";
import type { Profile } from "#shared/api/profile.ts";
import { useCall } from "../call/use-call.ts";
import { valueOf } from "./api-error.ts";
import { useConnection } from "./connection.tsx";

/**
 * Who is signed in and what is left. During a call the snapshot is kept fresh by the server's stream; between calls the
 * server is asked. Whichever is newer by `rev` is shown.
 */
export function useProfile() {
  const { api, session } = useConnection();
  const { snapshot } = useCall();
  const query = useQuery({
    queryKey: ["profile"],
    queryFn: ({ signal }) => valueOf(api.profile({ signal })),
    enabled: session !== undefined,
  });
  return { profile: session && newerOf(query.data, snapshot.profile), error: query.error, retry: query.refetch };
}

function newerOf(asked: Profile | undefined, streamed: Profile | undefined): Profile | undefined {
  if (!asked || !streamed) return asked ?? streamed;
  // The snapshot may be of a call that somebody else made here before signing out.
  if (asked.user.accountId !== streamed.user.accountId) return asked;
  return streamed.rev > asked.rev ? streamed : asked;
}
