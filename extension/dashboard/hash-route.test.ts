import { expect, test } from "vitest";
import { hashOf, routeOf, routes } from "./hash-route.ts";

test("every page has an address that leads back to it", () => {
  for (const route of routes) expect(routeOf(hashOf(route))).toBe(route);
});

test.each(["", "#", "#/", "#/nowhere", "#history/x"])("%s leads to the history", (hash) => {
  expect(routeOf(hash)).toBe("history");
});

test("what follows a page's name does not matter", () => {
  expect(routeOf("#/contacts?query=ada")).toBe("contacts");
});
