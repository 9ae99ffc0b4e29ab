import { dehydrate, hydrate, type DehydratedState, type QueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";
import type { Session } from "../platform/session-store.ts";

const memorySchema = z.object({
  of: z.string(),
  // Written by `dehydrate` of the same version: this area is emptied whenever the extension is updated.
  state: z.custom<Partial<DehydratedState>>((stored) => typeof stored === "object" && stored !== null),
});

/** What the server last answered, for a page that opens often and has to be whole at once. It is asked anew all the same. */
export const queryMemory = createStoredItem<z.infer<typeof memorySchema> | undefined>({
  area: "session",
  key: "queryMemory",
  parse: (stored) => memorySchema.safeParse(stored).data,
});

const remembered = new Set(["profile", "caller-ids", "calls", "contacts", "rate"]);
const settleMs = 250;

/** Takes up what was answered to this session before, and keeps what is answered from now on. */
export async function rememberQueries(queryClient: QueryClient, session: Session | undefined): Promise<void> {
  const memory = await queryMemory.read();
  if (session && memory?.of === whose(session)) hydrate(queryClient, memory.state);
  let timer: ReturnType<typeof setTimeout>;
  queryClient.getQueryCache().subscribe(({ type }) => {
    if (!session || type !== "updated") return;
    clearTimeout(timer);
    timer = setTimeout(() => void queryMemory.write({ of: whose(session), state: stateOf(queryClient) }), settleMs);
  });
}

function stateOf(queryClient: QueryClient): Partial<DehydratedState> {
  const state = dehydrate(queryClient, {
    shouldDehydrateMutation: () => false,
    shouldDehydrateQuery: ({ queryKey: [topic], state: { status } }) => status === "success" && remembered.has(String(topic)),
  });
  // Storage knows plain values only.
  return JSON.parse(JSON.stringify(state)) as Partial<DehydratedState>;
}

/** The end of the token: enough to tell one session from another, and no use to anybody. */
function whose({ bearerToken, serverUrl }: Session): string {
  return `${serverUrl} ${bearerToken.slice(-6)}`;
}
