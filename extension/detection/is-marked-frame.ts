import type { Sender } from "../platform/messenger.ts";
import { originOf, pageOriginOf } from "./page-site.ts";
import { currentSites, includesSite, type Sites } from "./site-access.ts";

/** Whether the numbers of a frame are to be marked, by who asks from it. */
export async function isMarkedFrame(sender: Sender): Promise<boolean> {
  return includesFrame(await currentSites(), { page: pageOriginOf(sender), frame: originOf(sender) });
}

/**
 * Whether the numbers of a frame are marked: its own site must have been chosen, and so must the site of the page that it is in. The
 * page's name is the one a person sees and chooses by, and what they leave out they leave out whole, with whatever it has framed.
 */
export function includesFrame(sites: Sites, { page, frame }: { page: string | undefined; frame: string | undefined }): boolean {
  return page !== undefined && frame !== undefined && includesSite(sites, page) && includesSite(sites, frame);
}
