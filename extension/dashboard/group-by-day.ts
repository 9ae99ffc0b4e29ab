import { formatDay } from "../ui/format-when.ts";

export interface Day<Item> {
  title: string;
  items: Item[];
}

/** Puts a list that is in order of time under the days it falls on, as the person's own calendar has them. */
export function groupByDay<Item extends { createdAt: string }>(
  items: Item[],
  now: { nowMs: number; language: string },
): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const title = formatDay(item.createdAt, now);
    const last = days.at(-1);
    if (last?.title === title) last.items.push(item);
    else days.push({ title, items: [item] });
  }
  return days;
}
