import { expect, test } from "vitest";
import { hashOfView, isFiltered, queryOf, viewOf, type HistoryView } from "./history-view.ts";

const everything = viewOf("#/history");

test("a view has an address that leads back to it", () => {
  const view: HistoryView = {
    from: "2026-01-01",
    to: "2026-01-31",
    country: "US",
    contactId: viewOf("#/history?contact=con_01JD9Z6V7W8X9Y0Z1A2B3C4D5E").contactId,
    status: "noAnswer",
    text: "Zoë & Søn",
    shows: "analytics",
    by: "week",
  };
  expect(viewOf(hashOfView(view))).toEqual(view);
  expect(hashOfView(everything)).toBe("#/history");
  expect(isFiltered(view)).toBe(true);
  expect(isFiltered({ ...everything, shows: "analytics", text: " " })).toBe(false);
});

test.each(["from=yesterday", "from=2026-02-99", "country=XX", "contact=ada", "status=fine", "view=pie", "by=hour"])(
  "%s in an address says nothing",
  (said) => expect(viewOf(`#/history?${said}`)).toEqual(everything),
);

test("days are asked for whole, as the calendar of this machine has them", () => {
  const { from, to } = queryOf({ ...everything, from: "2026-01-31", to: "2026-01-31" });
  expect(new Date(from ?? "")).toEqual(new Date(2026, 0, 31));
  expect(new Date(to ?? "")).toEqual(new Date(2026, 1, 1));
});

test("only what is wanted is asked for", () => {
  expect(Object.values(queryOf({ ...everything, text: "  " })).filter((value) => value !== undefined)).toEqual([]);
  expect(queryOf({ ...everything, status: "live" }).status).toBe("queued,initiated,ringing,in-progress");
});
