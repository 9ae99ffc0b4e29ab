import type { Page } from "./store.ts";

/** Where a page starts: after the row that the cursor names, or at the newest. */
export interface Position {
  createdMs: number;
  id: string;
}

export const newestPosition: Position = { createdMs: Number.MAX_SAFE_INTEGER, id: "" };

/** Cuts the one row too many that tells whether there is a next page. */
export function cutPage<Item extends { id: string }>(rows: Item[], limit: number): Page<Item> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
