import { cutPage, newestPosition, type Position } from "../keyset.ts";
import type { Page } from "../store.ts";

/**
 * A page by keyset, so that rows added meanwhile shift nothing. The cursor is the id of the last row given; one that names
 * no row gives an empty page.
 */
export async function readPage<Item extends { id: string }>(
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  read: {
    find: (cursor: string) => Promise<Position | undefined>;
    after: (position: Position, limit: number) => Promise<Item[]>;
  },
): Promise<Page<Item>> {
  const position = cursor === undefined ? newestPosition : await read.find(cursor);
  if (!position) return { items: [], nextCursor: null };
  return cutPage(await read.after(position, limit + 1), limit);
}
