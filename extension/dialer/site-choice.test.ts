import { expect, test } from "vitest";
import { readSiteChoice } from "./site-choice.ts";

const here = "https://example.com";
const everywhere = { mode: "all", excluded: [] } as const;
const other = "https://example.org";

test("all sites is all sites, on any page", () => {
  expect(readSiteChoice(everywhere, here)).toEqual({ chosen: "all", others: 0 });
  expect(readSiteChoice(everywhere, undefined)).toEqual({ chosen: "all", others: 0 });
});

test("a site chosen by itself is known at any port", () => {
  expect(readSiteChoice({ mode: "chosen", origins: [here, other] }, "https://example.com:8443")).toEqual({
    chosen: "site",
    others: 1,
  });
});

test("on a site that was not chosen it is off, whatever others were", () => {
  expect(readSiteChoice({ mode: "chosen", origins: [other] }, here)).toEqual({ chosen: "off", others: 1 });
  expect(readSiteChoice({ mode: "off" }, here)).toEqual({ chosen: "off", others: 0 });
});

test("on a page of the browser's own, sites chosen elsewhere are not called off", () => {
  expect(readSiteChoice({ mode: "chosen", origins: [other] }, undefined)).toEqual({ chosen: undefined, others: 1 });
});

test("a site left out of all is told from all, and others are not", () => {
  const sites = { mode: "all", excluded: [other] } as const;
  expect(readSiteChoice(sites, `${other}:8443`)).toEqual({ chosen: "all-but", others: 0 });
  expect(readSiteChoice(sites, here)).toEqual({ chosen: "all", others: 0 });
});
