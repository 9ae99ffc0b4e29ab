import { includesSite, type Sites } from "../detection/site-access.ts";

/** Where numbers are marked, seen from the site under the popup. */
export interface SiteChoice {
  /**
   * "all-but" is all sites but this one. Undefined where the tab has no site to choose and other sites are chosen one by one: then none of
   * the choices is the present one.
   */
  chosen: "off" | "site" | "all" | "all-but" | undefined;
  /** How many other sites are chosen one by one. */
  others: number;
}

export function readSiteChoice(sites: Sites, origin: string | undefined): SiteChoice {
  if (sites.mode === "off") return { chosen: "off", others: 0 };
  const isHere = origin !== undefined && includesSite(sites, origin);
  if (sites.mode === "all") return { chosen: isHere || origin === undefined ? "all" : "all-but", others: 0 };
  const others = sites.origins.length - (isHere ? 1 : 0);
  if (isHere) return { chosen: "site", others };
  return { chosen: origin === undefined ? undefined : "off", others };
}
