import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Contact, SaveContact } from "#shared/api/contacts.ts";
import type { ContactId } from "#shared/ids.ts";
import { valueOf } from "../../shell/api-error.ts";
import { useConnection } from "../../shell/connection.tsx";

// Enough for several screens: a long list is scrolled through, and each page is one question.
const pageSize = 200;

/** All contacts by name, those that match `query`; page by page. */
export function useContactBook(query: string) {
  const { api, session } = useConnection();
  return useInfiniteQuery({
    queryKey: ["contacts", "book", query],
    queryFn: ({ signal, pageParam }) =>
      valueOf(api.listContacts({ query: query || undefined, limit: pageSize, cursor: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: session !== undefined,
  });
}

/** Saves a contact, a new one or a changed one; lists and calls show it at once. */
export function useKeepContact() {
  const { api } = useConnection();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...contact }: SaveContact & { id?: ContactId | undefined }) =>
      valueOf(id === undefined ? api.saveContact(contact) : api.changeContact({ id, ...contact })),
    onSuccess: refresh,
  });
}

export function useRemoveContact() {
  const { api } = useConnection();
  const refresh = useRefresh();
  return useMutation({ mutationFn: ({ id }: Contact) => valueOf(api.removeContact(id)), onSuccess: refresh });
}

/** Asks anew for all that shows names. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(["contacts", "calls"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
  };
}
