import { keepPreviousData, skipToken, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SaveContact } from "#shared/api/contacts.ts";
import type { E164 } from "#shared/phone-number.ts";
import { createApi } from "../platform/api.ts";
import { valueOf } from "./api-error.ts";
import { useConnection } from "./connection.tsx";

/** What a call to a number costs. Undefined `to`: nothing to ask. */
export function useRate({ to, from }: { to: E164 | undefined; from: E164 | undefined }) {
  const { api, session } = useConnection();
  return useQuery({
    queryKey: ["rate", to, from],
    queryFn: to === undefined ? skipToken : ({ signal }) => valueOf(api.rate({ to, from }, { signal })),
    enabled: session !== undefined,
    staleTime: 30_000,
  });
}

/** Contacts by name, those that match `query`; page by page. */
export function useContacts(query: string) {
  const { api, session } = useConnection();
  return useInfiniteQuery({
    queryKey: ["contacts", query],
    queryFn: ({ signal, pageParam }) => valueOf(api.listContacts({ query: query || undefined, cursor: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: session !== undefined,
  });
}

/** The contact a number belongs to, however it was typed; null when it belongs to none. */
export function useContactOf(number: E164 | undefined) {
  const { api, session } = useConnection();
  return useQuery({
    queryKey: ["contacts", "of", number],
    queryFn: number === undefined ? skipToken : ({ signal }) => valueOf(api.lookupContact({ phone: number }, { signal })),
    enabled: session !== undefined,
    select: ({ contact }) => contact,
  });
}

/** Saves a contact; the lists show it at once. */
export function useSaveContact() {
  const { api } = useConnection();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (contact: SaveContact) => valueOf(api.saveContact(contact)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["contacts"] }),
  });
}

/** Calls, newest first, page by page. */
export function useCalls(limit: number) {
  const { api, session } = useConnection();
  return useInfiniteQuery({
    queryKey: ["calls", limit],
    queryFn: ({ signal, pageParam }) => valueOf(api.listCalls({ limit, cursor: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: session !== undefined,
  });
}

/** The numbers this account may show; the first is the default. */
export function useCallerIds() {
  const { api, session } = useConnection();
  return useQuery({
    queryKey: ["caller-ids"],
    queryFn: ({ signal }) => valueOf(api.callerIds({ signal })),
    enabled: session !== undefined,
    staleTime: 60_000,
    select: ({ callerIds }) => callerIds,
  });
}

/** Whether a Ringback server answers at an address, and how one may come in. */
export function useServerInfo(serverUrl: string) {
  return useQuery({
    queryKey: ["server-info", serverUrl],
    queryFn: ({ signal }) => valueOf(createApi({ serverUrl }).serverInfo({ signal })),
    staleTime: 0,
  });
}
