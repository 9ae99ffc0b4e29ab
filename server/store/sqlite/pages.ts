import { cutPage, newestPosition, type Position } from "../keyset.ts";
import type { Page } from "../store.ts";

/**
 * A page by keyset, so that rows added meanwhile shift nothing. The cursor is the id of the last row given; one that names
 * no row gives an empty page.
 */
export function readPage<Item extends { id: string }>(
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  read: { find: (cursor: string) => Position | undefined; after: (position: Position, limit: number) => Item[] },
): Page<Item> {
  const position = cursor === undefined ? newestPosition : read.find(cursor);
  if (!position) return { items: [], nextCursor: null };
  return cutPage(read.after(position, limit + 1), limit);
}
