import type { Page } from "../store.ts";

/** Where a page starts: after the row that the cursor names, or at the newest. */
export interface Position {
  createdMs: number;
  id: string;
}

const newest: Position = { createdMs: Number.MAX_SAFE_INTEGER, id: "" };

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
  const position = cursor === undefined ? newest : await read.find(cursor);
  if (!position) return { items: [], nextCursor: null };
  return cutPage(await read.after(position, limit + 1), limit);
}

/** Cuts the one row too many that tells whether there is a next page. */
export function cutPage<Item extends { id: string }>(rows: Item[], limit: number): Page<Item> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
