import { expect, test, vi } from "vitest";

vi.mock("wxt/browser", () => ({ browser: {} }));
const { includesSite, patternsOf, sitesOf } = await import("./site-access.ts");
const { parseExcludedSites } = await import("./excluded-sites.ts");

const all = ["http://*/*", "https://*/*"];

test("the browser's grants say where numbers are marked", () => {
  expect(sitesOf([], [])).toEqual({ mode: "off" });
  expect(sitesOf(["https://example.com/*"], [])).toEqual({ mode: "chosen", origins: ["https://example.com"] });
  expect(sitesOf(all, [])).toEqual({ mode: "all", excluded: [] });
  expect(sitesOf(["<all_urls>"], []).mode).toBe("all");
});

test("a site is known by its name, whatever the port", () => {
  const sites = sitesOf(["http://127.0.0.1/*"], []);
  expect(includesSite(sites, "http://127.0.0.1:8080")).toBe(true);
  expect(includesSite(sites, "https://example.com")).toBe(false);
  expect(includesSite(sitesOf(["https://*/*"], []), "https://example.com")).toBe(true);
});

test("a site left out of all is left out at every port, and no other is", () => {
  const sites = sitesOf(all, ["https://example.com"]);
  expect(includesSite(sites, "https://example.com:8443")).toBe(false);
  expect(includesSite(sites, "https://www.example.com")).toBe(true);
  expect(patternsOf(sites)).toEqual({ matches: all, excludeMatches: ["https://example.com/*"] });
});

test("a site that was left out of all, and then chosen by itself, is marked", () => {
  const sites = sitesOf(["https://example.com/*"], ["https://example.com"]);
  expect(includesSite(sites, "https://example.com")).toBe(true);
  expect(patternsOf(sites)).toEqual({ matches: ["https://example.com/*"], excludeMatches: [] });
});

test("what makes no pattern is not read from storage", () => {
  expect(parseExcludedSites(["https://example.com"])).toEqual(["https://example.com"]);
  for (const junk of [undefined, null, 0, {}, ["*"], ["https://*"], ["https://a.example/path"]])
    expect(parseExcludedSites(junk)).toEqual([]);
});
