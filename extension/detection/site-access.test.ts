import { expect, test } from "vitest";
import { includesSite, sitesOf } from "./site-access.ts";

test("the browser's grants say where numbers are marked", () => {
  expect(sitesOf([])).toEqual({ mode: "off", origins: [] });
  expect(sitesOf(["https://example.com/*"])).toEqual({ mode: "chosen", origins: ["https://example.com"] });
  expect(sitesOf(["http://*/*", "https://*/*"])).toEqual({ mode: "all", origins: [] });
  expect(sitesOf(["<all_urls>"]).mode).toBe("all");
});

test("a site is known by its name, whatever the port", () => {
  const sites = sitesOf(["http://127.0.0.1/*"]);
  expect(includesSite(sites, "http://127.0.0.1:8080")).toBe(true);
  expect(includesSite(sites, "https://example.com")).toBe(false);
  expect(includesSite(sitesOf(["https://*/*"]), "https://example.com")).toBe(true);
});
