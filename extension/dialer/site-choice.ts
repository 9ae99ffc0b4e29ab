import { includesSite, type Sites } from "../detection/site-access.ts";

/** Where numbers are marked, seen from the site under the popup. */
export interface SiteChoice {
  /** Undefined where the tab has no site to choose and other sites are chosen one by one: then none of the choices is the present one. */
  chosen: "off" | "site" | "all" | undefined;
  /** How many other sites are chosen one by one. */
  others: number;
}

export function readSiteChoice(sites: Sites, origin: string | undefined): SiteChoice {
  if (sites.mode === "all") return { chosen: "all", others: 0 };
  const isHere = origin !== undefined && includesSite(sites, origin);
  const others = sites.origins.length - (isHere ? 1 : 0);
  if (isHere) return { chosen: "site", others };
  return { chosen: others > 0 && origin === undefined ? undefined : "off", others };
}
