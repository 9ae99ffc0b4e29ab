import type { callFilterShape } from "#shared/api/call-filter.ts";
import type { z } from "zod";
import type { CallFilter } from "../store/call-filter.ts";

type Query = z.output<z.ZodObject<typeof callFilterShape>>;

/** A filter as the store knows it. */
export function toCallFilter({ from, to, country, contactId, status, text }: Query): CallFilter {
  return {
    fromMs: from === undefined ? undefined : Date.parse(from),
    toMs: to === undefined ? undefined : Date.parse(to),
    country,
    contactId,
    statuses: status,
    text: text || undefined,
  };
}

/** Whether it lets everything through. */
export function isEverything(filter: CallFilter): boolean {
  return Object.values(filter).every((wanted) => wanted === undefined);
}
