import { expect, test } from "vitest";
import { callIdSchema } from "#shared/ids.ts";
import { callOf, hashOf, hashOfCall, numberToAdd, routeOf, routes, sectionOf } from "./hash-route.ts";

test("every page has an address that leads back to it", () => {
  for (const route of routes) expect(routeOf(hashOf(route))).toBe(route);
});

test.each(["", "#", "#/", "#/nowhere", "#history/x"])("%s leads to the history", (hash) => {
  expect(routeOf(hash)).toBe("history");
});

test("a call has an address in the history, and nothing else passes for one", () => {
  const id = callIdSchema.parse("call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E");
  expect(routeOf(hashOfCall(id))).toBe("history");
  expect(callOf(hashOfCall(id))).toBe(id);
  for (const hash of ["#/history", "#/history?call=", "#/history?call=con_1", ""]) expect(callOf(hash)).toBeUndefined();
});

test("what follows a page's name does not matter", () => {
  expect(routeOf("#/contacts?query=ada")).toBe("contacts");
});

test("the form for a contact is asked for with its number, and with nothing that is none", () => {
  expect(routeOf("#/contacts?add=%2B14155550100")).toBe("contacts");
  expect(numberToAdd("#/contacts?add=%2B14155550100")).toBe("+14155550100");
  for (const hash of ["#/contacts", "#/contacts?add=", "#/contacts?add=4155550100", "#/contacts?add=<b>"])
    expect(numberToAdd(hash)).toBeUndefined();
});

test("a section of the settings has an address, and is a part of the settings", () => {
  expect(sectionOf("#/settings/sound")).toBe("sound");
  expect(routeOf("#/settings/sound")).toBe("settings");
  for (const hash of ["#/settings", "#/history/sound", "#/settings/", ""]) expect(sectionOf(hash)).toBeUndefined();
});
