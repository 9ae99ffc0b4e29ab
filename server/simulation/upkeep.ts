import { priceCalls } from "../calls/price-calls.ts";
import { reconcileCalls } from "../calls/reconcile-calls.ts";
import type { Books } from "./books/books.ts";
import type { ServerRoom } from "./machine/server-room.ts";
import type { World } from "./world.ts";

const intervalMs = 5_000;

/**
 * The passes that a server makes of its own accord, every few seconds. One that would find nothing due is left out, since it does
 * nothing: from the books it is known when the next one has work. Gives what to call after each step.
 */
export function createUpkeep(world: World, servers: Pick<ServerRoom, "act" | "clock" | "isUp">): (books: Books) => void {
  const { timeline, random } = world;
  let plannedMs = Number.POSITIVE_INFINITY;
  let due: Due = never;

  async function pass(): Promise<void> {
    plannedMs = Number.POSITIVE_INFINITY;
    const nowMs = servers.clock();
    if (due.checkMs <= nowMs) await askAboutCalls();
    if (due.priceMs <= nowMs) await servers.act((server) => priceCalls(server));
  }

  /** Sometimes two at once, as when a second server starts or the operator asks for it: a call is given to one of them. */
  async function askAboutCalls(): Promise<void> {
    const passes = random.chance(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: passes }, () => servers.act((server) => reconcileCalls(server))));
  }

  return (books) => {
    due = earliestDue(books);
    const dueMs = Math.min(due.checkMs, due.priceMs) - (servers.clock() - timeline.nowMs());
    if (dueMs === Number.POSITIVE_INFINITY || !servers.isUp()) return;
    const atMs = Math.max(dueMs, timeline.nowMs()) + random.between(1, intervalMs);
    if (plannedMs <= atMs + intervalMs) return;
    plannedMs = atMs;
    timeline.after(atMs - timeline.nowMs(), "the server asks the carrier", pass);
  };
}

/** When the next question about calls, and the next about prices, has something to ask. */
interface Due {
  checkMs: number;
  priceMs: number;
}

const never: Due = { checkMs: Number.POSITIVE_INFINITY, priceMs: Number.POSITIVE_INFINITY };

function earliestDue({ calls }: Books): Due {
  let { checkMs, priceMs } = never;
  for (const { checkAfterMs, priceAfterMs } of calls.values()) {
    checkMs = Math.min(checkMs, checkAfterMs ?? checkMs);
    priceMs = Math.min(priceMs, priceAfterMs ?? priceMs);
  }
  return { checkMs, priceMs };
}
