import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Micros } from "#shared/money.ts";
import type { TopUpRequest } from "#shared/api/wallet.ts";
import { valueOf } from "./api-error.ts";
import { useConnection } from "./connection.tsx";

/** What moved in and out of the wallet, newest first, page by page. */
export function useStatement(limit: number) {
  const { api, session } = useConnection();
  return useInfiniteQuery({
    queryKey: ["statement", limit],
    queryFn: ({ signal, pageParam }) => valueOf(api.statement({ limit, cursor: pageParam }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: session !== undefined,
  });
}

/** Sets from which balance on the person is told; the balance says at once whether it is low. */
export function useSetLowBalance() {
  const { api } = useConnection();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (lowBalanceMicros: Micros) => valueOf(api.setLowBalance({ lowBalanceMicros })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["profile"] }),
  });
}

/** Asks for a page to pay on. Asked twice with one key it is the same page. */
export function useTopUp() {
  const { api } = useConnection();
  return useMutation({ mutationFn: (topUp: TopUpRequest) => valueOf(api.topUp(topUp)) });
}
