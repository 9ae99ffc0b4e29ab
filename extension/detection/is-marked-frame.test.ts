import { expect, test } from "vitest";
import { includesFrame } from "./is-marked-frame.ts";
import type { Sites } from "./site-access.ts";

const shop = "https://shop.example";
const crm = "https://crm.example";
const allButShop: Sites = { mode: "all", excluded: [shop] };

test.each<[string, Sites, { page: string | undefined; frame: string | undefined }, boolean]>([
  ["a page of a site that was chosen", { mode: "chosen", origins: [shop] }, { page: shop, frame: shop }, true],
  ["both were chosen", { mode: "chosen", origins: [shop, crm] }, { page: shop, frame: crm }, true],
  ["the frame's site was not chosen", { mode: "chosen", origins: [shop] }, { page: shop, frame: crm }, false],
  ["the page's site was not chosen", { mode: "chosen", origins: [crm] }, { page: undefined, frame: crm }, false],
  ["a foreign frame in a page left out", allButShop, { page: shop, frame: crm }, false],
  ["a frame left out in another page", allButShop, { page: crm, frame: shop }, false],
  ["neither was left out", allButShop, { page: crm, frame: crm }, true],
  ["off", { mode: "off" }, { page: shop, frame: shop }, false],
])("%s: %j %j", (_case, sites, place, expected) => {
  expect(includesFrame(sites, place)).toBe(expected);
});
