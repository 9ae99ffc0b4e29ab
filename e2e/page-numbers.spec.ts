import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks } from "./harness/page-marks.ts";
import { pressShortcut } from "./harness/press-shortcut.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const rows = ["415-555-0161", "415-555-0162", "415-555-0163"];

test("a key steps through the numbers of the page and round, and leads into the card", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  const card = await PageCard.on(page);
  await pressShortcut(browserContext, "next-number");
  await card.shows("+1 415 555 0161", "1 of 3");
  await pressShortcut(browserContext, "next-number");
  await card.shows("+1 415 555 0162", "2 of 3");
  await pressShortcut(browserContext, "previous-number");
  await pressShortcut(browserContext, "previous-number");
  await card.shows("+1 415 555 0163", "3 of 3");
  await page.keyboard.press("Enter");
  await card.hasFocusOn("Close");
  await page.keyboard.press("Escape");
  await card.isClosed();
});

test("the popup lists the page's numbers, shows where they stand, and calls them", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  await page.evaluate(() => {
    const again = document.createElement("p");
    again.style.marginTop = "3000px";
    again.append("Once more: 415-555-0161, and far down: 415-555-0164");
    document.body.append(again);
  });
  await expectMarks(page, [...rows, "415-555-0161", "415-555-0164"]);
  // The popup is in a tab here, and asks for the tab in front when it opens.
  await page.bringToFront();
  await dialer.page.reload();
  await dialer.button("On this page").click();
  await page.bringToFront();
  const list = dialer.page.getByRole("list", { name: "Numbers on this page" });
  await expect(list.getByRole("listitem")).toHaveText([/0161.*2 times/, /0162/, /0163/, /0164/]);

  await list.getByRole("button", { name: /^\+1 415 555 0164/ }).focus();
  await expect.poll(() => page.evaluate(() => scrollY), { message: "the number is scrolled to" }).toBeGreaterThan(1000);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("phone-number-active")?.size)).toBe(1);

  await list.getByRole("button", { name: "Call +1 415 555 0164" }).click();
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550164"]);
});

test("the popup's list follows the page while it is open: rows, frames, and the next page", async ({
  browserContext,
  dialer,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  await page.bringToFront();
  await dialer.page.reload();
  await dialer.button("On this page").click();
  const listed = dialer.page.getByRole("list", { name: "Numbers on this page" }).getByRole("listitem");
  await expect(listed).toHaveText([/0161/, /0162/, /0163/]);

  await page.evaluate(() => document.querySelector("#list")?.insertAdjacentHTML("beforeend", "<li>Di 415-555-0164</li>"));
  await expect(listed).toHaveText([/0161/, /0162/, /0163/, /0164/]);
  await page.evaluate(() => document.querySelector("li")?.remove());
  await expect(listed).toHaveText([/0162/, /0163/, /0164/]);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.srcdoc = "<p>415-555-0165</p>";
    document.body.append(frame);
  });
  await expect(listed).toHaveText([/0162/, /0163/, /0164/, /0165/]);
  await page.evaluate(() => document.querySelector("iframe")?.remove());
  await expect(listed).toHaveText([/0162/, /0163/, /0164/]);

  await page.goto(`${pages.url}/framed.html`);
  await expect(listed).toHaveText([/0137/]);
});
