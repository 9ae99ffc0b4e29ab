import { useCalls, useContacts } from "../shell/queries.ts";
import { matchPeople, type Person } from "./match-people.ts";

/** How many of the last calls the dialer has at hand. */
export const recentCalls = 20;

/** Who may be meant. */
export interface People {
  found: Person[];
  /** Whether the server has said whom it knows by this. */
  isComplete: boolean;
  /** Why it has not. */
  failure: Pick<ReturnType<typeof useContacts>, "error" | "refetch">;
}

/**
 * The people that a text may mean: at once among the contacts and calls at hand, and among all others as soon as the server has
 * looked for `settledQuery`, which is the same text once it stands still.
 */
export function usePeople(query: string, settledQuery: string): People {
  const atHand = useContacts("").data?.pages.flatMap((page) => page.contacts) ?? [];
  const asked = useContacts(settledQuery);
  const calls = useCalls(recentCalls).data?.pages[0]?.calls ?? [];
  const contacts = [...atHand, ...(asked.data?.pages.flatMap((page) => page.contacts) ?? [])];
  return {
    found: matchPeople({ contacts, calls }, query),
    isComplete: query === settledQuery && !asked.isFetching,
    failure: asked,
  };
}
