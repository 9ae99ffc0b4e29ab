import { expect, test } from "vitest";
import { originOf, siteOf } from "./page-site.ts";

const tab = { url: "https://page.example/contact" } as chrome.tabs.Tab;

test("a frame speaks for its own site, whatever page it is in", () => {
  const sender = { origin: "https://widget.example:8443", tab };
  expect(originOf(sender)).toBe("https://widget.example:8443");
  expect(siteOf(sender)).toBe("widget.example");
});

test("a frame that is walled in speaks for the page", () => {
  expect(siteOf({ origin: "null", tab })).toBe("page.example");
});

test("nobody speaks for a page that is none of the web", () => {
  expect(siteOf({ origin: "chrome://settings", tab: { url: "chrome://settings" } as chrome.tabs.Tab })).toBeUndefined();
  expect(siteOf({})).toBeUndefined();
});
