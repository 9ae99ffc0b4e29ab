import type { Context } from "hono";

const defaultPageSize = 50;
const largestPageSize = 1000;

/** A list in the resource order, each with its sid. */
export interface Listing<Item extends { sid: string }> {
  /** The list's name in Twilio's JSON, such as "calls". */
  key: string;
  items: readonly Item[];
}

/**
 * One page of a list, as the 2010-04-01 API writes it. The token of the next page names the last item of this one, so that
 * items that come in between do not shift it.
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information
 */
export function pageOf<Item extends { sid: string }>(context: Context, { key, items }: Listing<Item>) {
  const size = Math.min(Math.max(integer(context, "PageSize") ?? defaultPageSize, 1), largestPageSize);
  const number = Math.max(integer(context, "Page") ?? 0, 0);
  const token = context.req.query("PageToken")?.replace(/^PA/, "");
  const start = token === undefined ? number * size : items.findIndex(({ sid }) => sid === token) + 1;
  const shown = items.slice(start, start + size);
  const last = shown.at(-1);
  const hasMore = start + size < items.length;
  return {
    [key]: shown,
    page: number,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: uriOf(context, {}),
    first_page_uri: uriOf(context, { Page: "0", PageSize: String(size) }),
    previous_page_uri: number > 0 ? uriOf(context, { Page: String(number - 1), PageSize: String(size) }) : null,
    next_page_uri:
      hasMore && last ? uriOf(context, { Page: String(number + 1), PageSize: String(size), PageToken: `PA${last.sid}` }) : null,
  };
}

function integer(context: Context, name: string): number | undefined {
  const text = context.req.query(name) ?? "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** This list's own path and filters, at another page. */
function uriOf(context: Context, page: Record<string, string>): string {
  const url = new URL(context.req.url);
  for (const name of ["Page", "PageSize", "PageToken"]) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(page)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}
