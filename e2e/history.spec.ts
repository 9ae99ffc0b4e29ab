import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const history = (query = "") => extensionUrl(`options.html#/history${query}`);
const calls = (page: Page) => page.locator(".history tbody tr:has(.history-open)");
const total = (page: Page, name: string) => page.locator(`.history-totals dt:text-is("${name}") + dd`);

test("a call shows in the open history as it ends, is found by every filter, and adds up", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  const page = await browserContext.newPage();
  await page.goto(history());
  await expect(page.getByText("No calls yet")).toBeVisible();

  await dialer.call("+12125550102");
  await dialer.shows("Ended");
  await expect(calls(page)).toHaveCount(1);
  await expect(total(page, "Calls")).toHaveText("1");
  await dialer.button("Done").click();
  await dialer.call("+12125550101");
  await dialer.shows("Ended");
  await dialer.button("Done").click();
  await dialer.call("+14155550103");
  await dialer.shows("Failed");
  await expect(calls(page)).toHaveCount(3);
  await expect(total(page, "Calls")).toHaveText("3");
  await expect(total(page, "Answered")).toHaveText("2 (67%)");

  await page.getByLabel("Status", { exact: true }).selectOption("Busy");
  await expect(calls(page)).toHaveCount(1);
  await expect(page).toHaveURL(/status=busy/);
  await expect(total(page, "Calls")).toHaveText("1");
  await page.getByLabel("Search calls").fill("(212)");
  await expect(page.getByRole("heading", { name: "No call matches" })).toBeVisible();
  await page.goBack();
  await expect(calls(page)).toHaveCount(3);
  await page.goto(history("?text=415&country=US"));
  await page.reload();
  await expect(calls(page)).toHaveCount(1);
  await expect(page.getByLabel("Search calls")).toHaveValue("415");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByLabel("When").selectOption("Last month");
  await expect(page.getByRole("heading", { name: "No call matches" })).toBeVisible();
  await page.getByLabel("When").selectOption("Today");
  await expect(calls(page)).toHaveCount(3);
  expect(await readHistory(signedIn)).toHaveLength(3);
});

test("a row opens to all that is known of its call, and keeps a note that finds it", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await dialer.call("+12125550101");
  await dialer.shows("Ended");
  const page = await browserContext.newPage();
  await page.goto(history());
  const open = page.getByRole("button", { name: "+1 212 555 0101", exact: true });
  await open.focus();
  await page.keyboard.press("Enter");
  const details = page.locator(".call-details");
  await expect(details).toContainText("United States");
  await expect(details).toContainText("$0.0180/min");
  await expectAccessible(page);
  await details.getByLabel("Note").fill("=Très aimable");
  await details.getByRole("button", { name: "Save note" }).click();
  await expect(details.getByRole("button", { name: "Saved" })).toBeDisabled();
  expect((await readHistory(signedIn))[0]?.note).toBe("=Très aimable");
  await page.getByLabel("Search calls").fill("tres");
  await expect(calls(page)).toHaveCount(1);

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const rows: Record<string, string>[] = parse(await readFile(await (await saved).path(), "utf8"), { columns: true, bom: true });
  expect(rows).toMatchObject([{ to: "+12125550101", status: "completed", note: "'=Très aimable" }]);

  await details.getByRole("link", { name: "Add contact" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Grace Hopper");
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto(history());
  await expect(page.getByRole("button", { name: "Grace Hopper", exact: true })).toBeVisible();
});

test("the analytics say as a chart and as a table what the list adds up to", async ({ browserContext, dialer }) => {
  await dialer.call("+12125550101");
  await dialer.shows("Ended");
  const page = await browserContext.newPage();
  await page.goto(history());
  await page.getByText("Analytics").click();
  await expect(page).toHaveURL(/view=analytics/);
  await expect(page.getByRole("img", { name: "Calls over time, as bars" })).toBeVisible();
  await page.getByText("As a table").click();
  const today = page.getByRole("table", { name: "By day" }).getByRole("row").last();
  await expect(today.getByRole("cell").first()).toHaveText("1");
  await expect(page.getByRole("table", { name: "By country" }).getByRole("row")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByText("Month", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "By month" })).toBeVisible();
  await page.locator(".segment", { hasText: "Cost" }).click();
  await expect(page.getByRole("img", { name: "Cost over time, as bars" })).toBeVisible();
  await page.getByRole("button", { name: "United States" }).click();
  await expect(page.getByLabel("Country")).toHaveValue("US");
  await page.goBack();
  await expect(page.getByLabel("Country")).toHaveValue("");
});

test("a history that cannot be loaded says so, and comes when it can", async ({ browserContext, signedIn }) => {
  const page = await browserContext.newPage();
  await page.route(`${signedIn.serverUrl}/api/calls?*`, (route) => route.abort());
  await page.goto(history());
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectAccessible(page);
  await page.unroute(`${signedIn.serverUrl}/api/calls?*`);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByText("No calls yet")).toBeVisible();
});
